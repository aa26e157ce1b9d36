/** Who gives a command in the demonstration, and in what words. */
import type { Command, CommandType } from '../contract/command.ts'
import type { Principal } from '../domain/access.ts'
import { assignmentOf, type CaseFile } from '../domain/case-file.ts'
import type { Hub } from '../service/hub.ts'
import { residentOf } from '../service/track.ts'
import type { Chance } from './chance.ts'
import { verdictOf, type Course } from './course.ts'
import type { DemoTexts } from './demo-texts.ts'
import type { SimulatedOfficers } from './principals.ts'

export interface Given {
  readonly who: Principal
  readonly command: Command
}

export interface Office {
  readonly hub: Hub
  readonly texts: DemoTexts
  readonly officers: SimulatedOfficers
}

/** The command with its words; undefined where the demonstration never gives such a one. */
export function composeCommand(
  office: Office,
  chance: Chance,
  type: CommandType,
  file: CaseFile,
  course: Course,
): Given | undefined {
  const command = wordings[type]?.({ office, words: office.texts.office, chance, file, course })
  const who = command && giverOf(office, chance, type, file)
  return command === undefined || who === undefined ? undefined : { who, command }
}

const actsOfUnits: ReadonlySet<CommandType> = new Set(['acknowledge', 'contact', 'requestReturn', 'note', 'submit'])
/** A duty officer reviews most answers to questions himself. */
const reviewedByDuty = 0.7

function giverOf({ officers }: Office, chance: Chance, type: CommandType, file: CaseFile): Principal | undefined {
  if (actsOfUnits.has(type)) return officers.handlerOf(assignmentOf(file)?.leadUnit ?? '')
  if (type === 'rate') return residentOf(file.id)
  if (type !== 'review') return chance.pick(officers.dutyOfficers)
  const isDutys = file.facts.kind === 'consult' && chance.of(reviewedByDuty)
  return chance.pick(isDutys ? officers.dutyOfficers : officers.directors)
}

interface Telling {
  readonly office: Office
  readonly words: DemoTexts['office']
  readonly chance: Chance
  readonly file: CaseFile
  readonly course: Course
}

const wordings: Partial<Record<CommandType, (telling: Telling) => Command>> = {
  accept: () => ({ type: 'accept', payload: {} }),
  decline: ({ words, chance }) => {
    const { reason, explanation, rightWay } = chance.pick(words.declines)
    return { type: 'decline', payload: { reason, explanation, ...(rightWay !== '' && { rightWay }) } }
  },
  dispatch: ({ words, chance, file, course }) => {
    const { leadUnit, assistUnits } = file.returnCount === 0 ? course.units : course.otherUnits
    const instruction = chance.of(0.6) ? { instruction: chance.pick(words.instructions) } : {}
    const payload = { leadUnit, assistUnits: [...assistUnits], urgency: course.urgency, ...instruction }
    return { type: 'dispatch', payload }
  },
  acknowledge: () => ({ type: 'acknowledge', payload: {} }),
  contact: contactWords,
  note: ({ words, chance }) => ({ type: 'note', payload: { text: chance.pick(words.notes) } }),
  requestReturn: ({ words, chance }) => ({ type: 'requestReturn', payload: chance.pick(words.returnReasons) }),
  decideReturn: ({ words, chance }) => {
    const approved = chance.of(0.75)
    const reason = chance.pick(approved ? words.returnApprovals : words.returnRefusals)
    return { type: 'decideReturn', payload: { approved, reason } }
  },
  submit: (telling) => ({ type: 'submit', payload: { reply: replyFor(telling), done: true } }),
  review: ({ words, chance, file, course }) => {
    const refuses = course.refusedReview && file.redoCount === 0 && !wasRefused(file)
    const reason = chance.pick(refuses ? words.reviewRefusals : words.reviewApprovals)
    return { type: 'review', payload: { approved: !refuses, reason } }
  },
  followUp: followUpWords,
  rate: ({ words, chance, file, course }) => {
    const satisfaction = verdictOf(file, course)
    const text = chance.pick(words.ratingTexts[satisfaction])
    return { type: 'rate', payload: { solved: satisfaction !== 'dissatisfied', satisfaction, text } }
  },
  redo: ({ words, chance }) => ({ type: 'redo', payload: { reason: chance.pick(words.redoReasons) } }),
  close: () => ({ type: 'close', payload: {} }),
  acknowledgeAlert: ({ file }) => {
    const axis = file.alerts.find(({ state }) => state === 'unacknowledged')?.axis ?? 'time'
    return { type: 'acknowledgeAlert', payload: { axis } }
  },
  urge: ({ words, chance }) => ({ type: 'urge', payload: { text: chance.pick(words.urges) } }),
}

function followUpWords({ words, chance, file, course }: Telling): Command {
  if (file.followUpTries < course.missedCalls) {
    return { type: 'followUp', payload: { contacted: false, note: chance.pick(words.followUpNotes.none) } }
  }
  const satisfaction = verdictOf(file, course)
  const solved = satisfaction !== 'dissatisfied' || chance.of(0.3)
  const note = chance.pick(words.followUpNotes[satisfaction])
  return { type: 'followUp', payload: { contacted: true, solved, satisfaction, note } }
}

/** A review clock that was stopped before the last one: the conclusion came back once. */
function wasRefused(file: CaseFile): boolean {
  return file.clocks.filter(({ kind }) => kind === 'review').length > 1
}

function contactWords({ words, office, chance, file }: Telling): Command {
  if (chance.of(0.06)) return { type: 'contact', payload: { reached: false, note: chance.pick(words.contactFailures) } }
  const own = office.texts.templateOf(file.facts.title)?.notes
  const note = chance.pick(own !== undefined && chance.of(0.5) ? own : words.contactNotes)
  return { type: 'contact', payload: { reached: true, note } }
}

function replyFor({ office: { hub, texts }, words, chance, file }: Telling): string {
  if (file.redoCount > 0) return filled(hub, file, chance.pick(words.redoReplies))
  const own = texts.templateOf(file.facts.title)?.replies
  return filled(hub, file, chance.pick(own ?? words.replies[file.facts.kind]))
}

function filled({ reference, centre }: Hub, file: CaseFile, words: string): string {
  const unit = reference.units.get(assignmentOf(file)?.leadUnit ?? '')
  const { divisionCode, category } = file.facts
  const slots: Record<string, string> = {
    unit: unit?.shortName ?? '',
    place: reference.divisions.get(divisionCode)?.shortName ?? centre.shortName,
    matter: category?.split('/').at(-1) ?? '',
    village: reference.divisions.get(divisionCode)?.shortName ?? '',
  }
  return words.replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole)
}
