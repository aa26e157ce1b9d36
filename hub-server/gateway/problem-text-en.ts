/** Every refusal in English: what happened, and what to do about it. */
import type { ProblemWords } from './problem-words.ts'

const titles: ProblemWords['titles'] = {
  'auth.required': 'Sign in first',
  'auth.failed': 'Wrong account or password',
  'auth.locked': 'Account locked for a while',
  'transition.forbidden': 'Not for this post',
  'auth.roleMissing': 'The account lacks the role for this',
  'case.notFound': 'No such case',
  'thing.notFound': 'Not found',
  'case.staleVersion': 'Somebody changed it meanwhile',
  'case.notHolder': 'Another centre holds it',
  'case.inTransit': 'Being handed over',
  'transition.notNow': 'Not possible in this state',
  'transition.notOffered': 'Not in this version yet',
  'transition.notLeadUnit': 'Only the lead unit can do this',
  'return.windowPassed': 'Too late to ask for a return',
  'return.designated': 'The unit was designated',
  'followUp.notValid': 'No valid follow-up yet',
  'review.ownWork': 'Nobody reviews his own work',
  'alert.none': 'No alert',
  'alert.acknowledged': 'Alert acknowledged already',
  'idempotency.mismatch': 'The id was used for something else',
  'input.tooLarge': 'Too large',
  'input.invalid': 'Some fields are wrong',
  'rate.limited': 'Too many requests',
  'hub.failed': 'The hub failed',
  'hub.readOnly': 'The hub can only be read',
}

const details: ProblemWords['details'] = {
  'auth.required': 'Sign in first; if you were signed in, the session has ended.',
  'auth.failed': 'Wrong account or password. Check both and try again.',
  'auth.locked': ({ seconds }) =>
    seconds === undefined
      ? 'Too many wrong passwords: the account is locked for a while.'
      : `Too many wrong passwords: the account is locked. Try again in ${String(Math.ceil(Number(seconds) / 60))} min.`,
  'transition.forbidden': ({ command }) =>
    command === undefined ? 'Your post does not do this.' : `"${String(command)}" is not for your post.`,
  'auth.roleMissing': ({ role }) =>
    role === undefined ? 'Your account lacks the role for this.' : `This step needs the role "${String(role)}".`,
  'case.notFound': 'There is no such case, or it lies outside your area.',
  'thing.notFound': 'There is no such thing, or it lies outside your area.',
  'case.staleVersion':
    'Somebody changed this case meanwhile (now version {version}, you saw {expected}). Look at it again, then act.',
  'case.notHolder': 'This case is now held by {holder}; here it can only be read.',
  'case.inTransit': 'This case is being handed over; it can be worked on once it was received.',
  'transition.notNow': ({ state, why }) =>
    why === 'rated'
      ? 'The resident has rated this result already.'
      : `Not possible while the state is "${String(state)}".`,
  'transition.notOffered': 'This version does not offer "{command}" yet.',
  'transition.notLeadUnit': ({ unit }) =>
    unit === undefined || unit === ''
      ? 'Only the lead unit can do this.'
      : `Only the lead unit, ${String(unit)}, can do this.`,
  'return.windowPassed': ({ window, until }) =>
    window === 'none'
      ? 'A critical order is acted on first; it cannot be returned.'
      : `The time to ask for a return has passed (${String(until ?? '')}); the unit has the order.`,
  'return.designated': 'The centre designated the unit; the order cannot be returned again.',
  'followUp.notValid':
    'Not followed up enough: reach the resident, or try {needed} times ({tries} so far); unsolved or dissatisfied goes to redo.',
  'review.ownWork': 'Nobody reviews his own work: have somebody else review it.',
  'alert.none': 'This case has no alert now.',
  'alert.acknowledged': 'Somebody has acknowledged this alert already.',
  'idempotency.mismatch': 'This id was used for other content. Send it again under a new id.',
  'input.tooLarge': 'Too large: at most {max}.',
  'input.invalid': 'Some fields are wrong; each is named with its reason.',
  'rate.limited': 'Too many requests. Try again in {seconds} s.',
  'hub.failed':
    'The hub failed and nothing was done. Try again; if it stays, tell the operator the number {requestId}.',
  'hub.readOnly':
    'The hub cannot write to its disk and can only be read. Call the operator; until then, keep notes on paper.',
}

const reasons: ProblemWords['reasons'] = {
  'input.required': 'is required',
  'input.type': 'must be {expected}',
  'input.tooShort': 'needs at least {min} characters',
  'input.tooLong': 'has at most {max} characters',
  'input.tooFew': 'needs at least {min} items',
  'input.tooMany': 'has at most {max} items',
  'input.tooSmall': 'must not be less than {min}',
  'input.tooBig': 'must not be more than {max}',
  'input.notOneOf': 'must be one of: {options}',
  'input.unknownField': 'is not a known field',
  'input.form': '{form}',
  'input.notJson': 'is not valid JSON',
  'contentType.unknown': 'this content type is not taken',
  'header.required': 'this header is required',
  'idempotencyKey.form': 'must be 1 to 200 visible characters',
  'decline.rightWayNeeded': 'name the right way when another one is right',
  'followUp.nobodyAsked': 'nobody was reached, so there is no opinion to record',
  'return.toNeedsApproval': 'another unit can be named only when the return is approved',
  'unit.unknown': 'there is no unit {unit}',
  'unit.leadsAlready': '{unit} is the lead unit already',
  'unit.namedTwice': '{unit} is named twice',
  'division.unknown': 'there is no division {code}',
  'division.outside': 'the division {code} lies outside this centre',
  'grid.unknown': 'there is no grid {code}',
  'grid.elsewhere': 'the grid {code} does not lie in the division named',
  'category.unknown': 'there is no category {category}',
  'time.future': 'must not lie in the future',
  'cursor.unknown': 'is not a cursor of this list; begin again at the first page',
  'reveal.unknownField': 'there is nothing to reveal by the name {field}',
  'board.notOffered': 'this version has no board {board}',
  'user.exists': 'the account {username} exists already',
  'user.unknown': 'there is no account {username}',
  'key.exists': 'a key of this name exists already',
  'key.unknown': 'there is no key {key}, or it was revoked',
  'password.common': 'is too common or too simple; choose another',
}

const types: ProblemWords['types'] = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

const commands: ProblemWords['commands'] = {
  accept: 'Accept',
  decline: 'Decline',
  assess: 'Assess',
  handleInVillage: 'Handle in village',
  resolveInVillage: 'Resolve in village',
  raise: 'Raise to order',
  dispatch: 'Dispatch',
  acknowledge: 'Acknowledge',
  contact: 'Contact resident',
  requestReturn: 'Request return',
  decideReturn: 'Decide return',
  designate: 'Designate unit',
  requestExtension: 'Request extension',
  decideExtension: 'Decide extension',
  suspend: 'Suspend',
  resume: 'Resume',
  submit: 'Submit reply',
  review: 'Review',
  followUp: 'Follow up',
  redo: 'Send back to redo',
  rate: 'Rate',
  close: 'Close',
  archive: 'Archive',
  merge: 'Merge',
  link: 'Link',
  note: 'Note',
  instruct: 'Instruct',
  withdraw: 'Withdraw',
  attach: 'Attach',
  escalate: 'Escalate',
  skipEscalate: 'Escalate past a tier',
  receive: 'Receive',
  sendDown: 'Send down',
  urge: 'Urge',
  whistle: 'Whistle call',
  arrive: 'Report in',
  proposeMeeting: 'Propose meeting',
  openMediation: 'Open mediation',
  mediationStep: 'Mediation step',
  assignLeader: 'Assign leader',
  setRisk: 'Set risk',
  acknowledgeAlert: 'Acknowledge alert',
  shelveAlert: 'Shelve alert',
  clearAlert: 'Clear alert',
  restrict: 'Restrict',
  terminate: 'Terminate',
}

const states: ProblemWords['states'] = {
  logged: 'Logged',
  inVillage: 'In village',
  resolvedInVillage: 'Resolved in village',
  registered: 'Registered',
  declined: 'Declined',
  pendingDispatch: 'To dispatch',
  pendingAck: 'To acknowledge',
  handling: 'Handling',
  returnRequested: 'Return requested',
  suspended: 'Suspended',
  pendingReview: 'To review',
  concluded: 'Concluded',
  followingUp: 'Following up',
  redo: 'Redo',
  closed: 'Closed',
  archived: 'Archived',
  terminated: 'Terminated',
  merged: 'Merged',
}

const roles: ProblemWords['roles'] = {
  gridWorker: 'Grid worker',
  gridLead: 'Grid lead',
  chiefGridLead: 'Chief grid lead',
  dutyOfficer: 'Duty officer',
  centreDirector: 'Centre director',
  unitHandler: 'Unit handler',
  unitHead: 'Unit head',
  mediator: 'Mediator',
  peaceOffice: 'Peace office',
  inspector: 'Inspector',
  disciplineSupervisor: 'Discipline supervisor',
  leader: 'Leader',
  wall: 'Wall display',
  hubOperator: 'Hub operator',
  sysAdmin: 'System administrator',
  secAdmin: 'Security administrator',
  auditAdmin: 'Audit administrator',
}

export const en: ProblemWords = {
  titles,
  details,
  reasons,
  // The schemas' own words are English.
  forms: { 'Invalid UUID': 'must be a UUID', 'a phone number': 'must be a phone number' },
  otherForm: 'has the wrong form',
  types,
  commands,
  states,
  roles,
}
