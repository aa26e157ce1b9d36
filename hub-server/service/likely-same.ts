/** Whether an appeal is likely the same matter as an open case: the same caller or the same place, and nearly the same words. */
import type { CaseFile } from '../domain/case-file.ts'
import { isOpen } from '../domain/queues.ts'
import { fileOf } from '../store/cases.ts'
import type { Hub } from './hub.ts'

export interface Question {
  readonly phoneKey: string | null
  /** Masked. */
  readonly title: string
  readonly text?: string
  readonly divisionCode: string
}

export interface LikelySame {
  readonly file: CaseFile
  /** 0 to 1: the share of pairs of characters the two titles have in common. */
  readonly score: number
  readonly sameCaller: boolean
  readonly samePlace: boolean
}

/** How alike two titles must be: less is needed when the same person calls. Choices of this product (grade D). */
const alikeForAll = 0.6
const alikeForCaller = 0.3
/** How many of a caller's matters, and of the place's newest matters, are compared. */
const callerCases = 20
const placeCases = 12

/** The code of the likeliest open case, if any. */
export function likelySame(hub: Hub, question: Question): string | undefined {
  return findLikelySame(hub, question)[0]?.file.facts.caseCode
}

/** Open cases that are likely the same, the likeliest first. */
export function findLikelySame(hub: Hub, question: Question): LikelySame[] {
  const pairs = pairsOf(question.title)
  const ofCaller = new Set(
    question.phoneKey === null ? [] : hub.ledger.people.casesOfPhone(question.phoneKey, callerCases),
  )
  const candidates = new Map<string, CaseFile>()
  for (const id of ofCaller) {
    const stored = hub.ledger.cases.byId(id)
    if (stored !== undefined) candidates.set(id, stored.file)
  }
  for (const record of nearby(hub, question)) candidates.set(record.id, fileOf(record))
  return [...candidates.values()]
    .filter(isOpen)
    .map((file) => ({
      file,
      score: likeness(pairs, pairsOf(file.facts.title)),
      sameCaller: ofCaller.has(file.id),
      samePlace: file.facts.divisionCode === question.divisionCode,
    }))
    .filter(
      ({ score, sameCaller, samePlace }) =>
        (samePlace && score >= alikeForAll) || (sameCaller && score >= alikeForCaller),
    )
    .toSorted((a, b) => b.score - a.score)
}

/** The newest matters of the same place that begin alike. The whole city is no place. */
function nearby(hub: Hub, { title, divisionCode }: Question) {
  if (divisionCode === hub.centre.code) return []
  const beginning = /\p{Script=Han}{2,6}/u.exec(title)?.[0] ?? ''
  return beginning === '' ? [] : hub.ledger.search.find({ words: beginning, division: divisionCode, limit: placeCases })
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text.replace(/[\s\p{P}]/gu, '')]
  return new Set(characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? '')))
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return common / (a.size + b.size - common)
}
