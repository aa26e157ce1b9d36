/** The sentence of what an act is going to do, with unit and moment; `<b>` marks its deciding words. */
import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import type { ClockKind, Length } from '../../../hub-server/contract/clock.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import type { RuleProfile } from '../../../hub-server/contract/profile.ts'
import { declineReasons, satisfactions, urgencies, type Urgency } from '../../../hub-server/contract/vocabulary.ts'
import type { Text } from '../../shared/text/use-text.ts'
import type { Draft } from './act-forms.ts'
import type { ActId } from './acts.ts'
import { lengthWords } from './clock-words.ts'

/** Clocks an act starts, whose end the sentence names. */
export type StartedClock = Exclude<ClockKind, 'triage' | 'total' | 'contact'>

export interface ReadBackFacts {
  readonly view: CaseView
  readonly draft: Draft
  readonly profile: RuleProfile | undefined
  /** Due moments (ms) of the clocks the act starts, as far as the hub has counted them. */
  readonly dues: Partial<Record<StartedClock, number>>
  readonly unitName: (code: string) => string
  readonly nowMs: number
  readonly text: Pick<Text, 't' | 'moment'>
}

/** The clocks that an act would start now, with the length the profile gives them. Empty while the profile is not known. */
export function startedClocks(
  act: ActId,
  { view, draft, profile }: Pick<ReadBackFacts, 'view' | 'draft' | 'profile'>,
): readonly { readonly kind: StartedClock; readonly length: Length }[] {
  if (profile === undefined) return []
  const urgency = urgencyOf(act, view, draft, profile)
  const lengthOf = (kind: StartedClock): Length => {
    const ofKind = kind === 'handle' ? profile.byKind[view.kind]?.handle?.[urgency] : undefined
    return (ofKind ?? profile.stages[kind][urgency]).value
  }
  return (kindsOfAct[act] ?? []).map((kind) => ({ kind, length: lengthOf(kind) }))
}

const kindsOfAct: Partial<Record<ActId, readonly StartedClock[]>> = {
  dispatch: ['acknowledge', 'handle'],
  approveReturn: ['acknowledge', 'handle'],
  submit: ['review'],
  approveReview: ['followUp'],
}

function urgencyOf(act: ActId, view: CaseView, draft: Draft, profile: RuleProfile): Urgency {
  const chosen = act === 'dispatch' ? urgencies.find((each) => each === draft['urgency']) : undefined
  return chosen ?? view.urgency ?? profile.defaultUrgency.value
}

export function readBack(act: ActId, facts: ReadBackFacts): string {
  switch (act) {
    case 'accept':
    case 'decline':
    case 'dispatch':
    case 'approveReturn':
    case 'refuseReturn':
      return triageSentence(act, facts)
    case 'acknowledge':
    case 'contact':
    case 'requestReturn':
    case 'submit':
      return unitSentence(act, facts)
    case 'approveReview':
    case 'refuseReview':
    case 'followUp':
    case 'redo':
    case 'close':
      return endSentence(act, facts)
    case 'note':
    case 'instruct':
    case 'urge':
    case 'acknowledgeAlert':
      return wordSentence(act, facts)
  }
}

function triageSentence(
  act: 'accept' | 'decline' | 'dispatch' | 'approveReturn' | 'refuseReturn',
  facts: ReadBackFacts,
): string {
  const { view, draft, text, unitName } = facts
  const { t } = text
  switch (act) {
    case 'accept': {
      const due = runningDue(facts, 'triage')
      return due === null ? t('caseFile.will.acceptPlain') : t('caseFile.will.accept', { due })
    }
    case 'decline': {
      const reason = declineReasons.find((each) => each === draft['reason'])
      return reason === undefined
        ? t('caseFile.will.declineOpen')
        : t('caseFile.will.decline', { reason: t(`labels.declineReason.${reason}`) })
    }
    case 'dispatch': {
      const unit = draft['leadUnit']
      const ack = startedDue(act, facts, 'acknowledge')
      const handle = startedDue(act, facts, 'handle')
      if (ack === null || handle === null) return t('caseFile.will.dispatchPlain')
      return typeof unit === 'string' && unit !== ''
        ? t('caseFile.will.dispatch', { unit: unitName(unit), ack, handle })
        : t('caseFile.will.dispatchOpen', { ack, handle })
    }
    case 'approveReturn': {
      const to = draft['to']
      const handle = startedDue(act, facts, 'handle')
      return typeof to === 'string' && to !== '' && handle !== null
        ? t('caseFile.will.approveReturnTo', { unit: unitName(to), handle })
        : t('caseFile.will.approveReturn')
    }
    case 'refuseReturn':
      return t('caseFile.will.refuseReturn', { unit: lead(view, t), due: handleDue(facts) })
  }
}

function unitSentence(act: 'acknowledge' | 'contact' | 'requestReturn' | 'submit', facts: ReadBackFacts): string {
  const { view, draft, text } = facts
  const { t } = text
  switch (act) {
    case 'acknowledge':
      return t('caseFile.will.acknowledge', { unit: lead(view, t), due: handleDue(facts) })
    case 'contact': {
      if (draft['reached'] === 'yes') return t('caseFile.will.contactYes')
      if (draft['reached'] === 'no') return t('caseFile.will.contactNo')
      const due = runningDue(facts, 'contact')
      return due === null ? t('caseFile.will.contactPlain') : t('caseFile.will.contact', { due })
    }
    case 'requestReturn':
      return t('caseFile.will.requestReturn', { centre: view.holder.name })
    case 'submit':
      return t('caseFile.will.submit', {
        centre: view.holder.name,
        due: startedDue(act, facts, 'review') ?? t('common.notKnown'),
      })
  }
}

function endSentence(
  act: 'approveReview' | 'refuseReview' | 'followUp' | 'redo' | 'close',
  facts: ReadBackFacts,
): string {
  const { view, text } = facts
  const { t } = text
  switch (act) {
    case 'approveReview':
      return t('caseFile.will.approveReview', { due: startedDue(act, facts, 'followUp') ?? t('common.notKnown') })
    case 'refuseReview':
      return t('caseFile.will.refuseReview', { unit: lead(view, t), due: handleDue(facts) })
    case 'followUp':
      return followUpSentence(facts)
    case 'redo':
      return t('caseFile.will.redo', { unit: lead(view, t), limit: redoLimit(facts) })
    case 'close':
      return t('caseFile.will.close')
  }
}

function followUpSentence(facts: ReadBackFacts): string {
  const { view, draft, profile, text } = facts
  const { t } = text
  if (draft['contacted'] === 'no') {
    const needed = profile?.followUp.tries.value ?? t('common.notKnown')
    return t('caseFile.will.followUpNone', { tries: view.followUpTries + 1, needed })
  }
  const satisfaction = satisfactions.find((each) => each === draft['satisfaction'])
  if (draft['contacted'] !== 'yes' || draft['solved'] === undefined || satisfaction === undefined)
    return t('caseFile.will.followUp')
  return draft['solved'] === 'no' || satisfaction === 'dissatisfied'
    ? t('caseFile.will.followUpBack', { unit: lead(view, t), limit: redoLimit(facts) })
    : t('caseFile.will.followUpGood', { satisfaction: t(`labels.satisfaction.${satisfaction}`) })
}

function wordSentence(act: 'note' | 'instruct' | 'urge' | 'acknowledgeAlert', { view, text }: ReadBackFacts): string {
  const { t } = text
  if (act === 'note') return t('caseFile.will.note')
  if (act !== 'acknowledgeAlert') return t(`caseFile.will.${act}`, { unit: lead(view, t) })
  const alert = alertToAcknowledge(view)
  return t('caseFile.will.acknowledgeAlert', {
    colour: t(`labels.colour.${alert?.colour ?? 'red'}`),
    axis: t(`labels.axis.${alert?.axis ?? 'time'}`),
  })
}

/** The alert that the act means: the first nobody has acknowledged. */
export function alertToAcknowledge({ alerts }: CaseView): CaseView['alerts'][number] | undefined {
  return alerts.find(({ state }) => state === 'unacknowledged')
}

function lead({ leadUnit }: CaseView, t: Text['t']): string {
  return leadUnit?.name ?? t('caseFile.will.unitThere')
}

/** When a running clock is due, in words; null when none of its kind runs. */
function runningDue({ view, nowMs, text }: ReadBackFacts, kind: ClockKind): string | null {
  const clock = view.clocks.findLast((each) => each.kind === kind && each.outcome === 'running')
  return clock === undefined ? null : text.moment.short(msOf(clock.dueAt), nowMs)
}

/** The handle clock's due moment, also when it stands still while the centre decides. */
function handleDue(facts: ReadBackFacts): string {
  const last = facts.view.clocks.findLast(({ kind }) => kind === 'handle')
  return last === undefined ? facts.text.t('common.notKnown') : facts.text.moment.short(msOf(last.dueAt), facts.nowMs)
}

/** The moment as the hub counts it; its length in words while that is not known. */
function startedDue(act: ActId, facts: ReadBackFacts, kind: StartedClock): string | null {
  const due = facts.dues[kind]
  if (due !== undefined) return facts.text.moment.short(due, facts.nowMs)
  const length = startedClocks(act, facts).find((clock) => clock.kind === kind)?.length
  return length === undefined
    ? null
    : facts.text.t('caseFile.will.within', { length: lengthWords(length, facts.text.t) })
}

function redoLimit({ view, profile, text }: ReadBackFacts): string {
  const { t } = text
  const urgency = view.urgency ?? profile?.defaultUrgency.value ?? 'normal'
  const limit = profile?.stages.redo[urgency].value
  if (limit === undefined || limit === 'half') return t('caseFile.will.redoHalf')
  return t('caseFile.will.within', { length: lengthWords(limit, t) })
}
