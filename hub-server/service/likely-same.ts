/** Whether an appeal is likely the same matter as an open case: the same caller or the same place, and nearly the same words. */
import type { CaseFile } from '../domain/case-file.ts'
import { isOpen } from '../domain/queues.ts'
import type { Hub } from './hub.ts'

export interface Question {
  readonly phoneKey: string | null
  /** Masked. */
  readonly title: string
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
const placeCases = 20

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
  const alikeHere = nearby(hub, question)
    .filter(({ title }) => likeness(pairs, title) >= alikeForAll)
    .map(({ id }) => id)
  return [...new Set([...ofCaller, ...alikeHere])]
    .flatMap((id) => hub.ledger.cases.byId(id)?.file ?? [])
    .filter(isOpen)
    .map((file) => ({
      file,
      score: likeness(pairs, file.facts.title),
      sameCaller: ofCaller.has(file.id),
      samePlace: file.facts.divisionCode === question.divisionCode,
    }))
    .filter(
      ({ score, sameCaller, samePlace }) =>
        (samePlace && score >= alikeForAll) || (sameCaller && score >= alikeForCaller),
    )
    .toSorted((a, b) => b.score - a.score)
}

/** The newest matters of the same place. The centre's whole area is no place. */
function nearby(hub: Hub, { divisionCode }: Question): { id: string; title: string }[] {
  return divisionCode === hub.centre.code ? [] : hub.ledger.cases.newestOfPlace(divisionCode, placeCases)
}

/** The pairs of neighbouring characters of a title, without blanks and marks. */
function pairsOf(title: string): readonly string[] {
  const characters = [...title.replace(/[\s\p{P}]/gu, '')]
  return [...new Set(characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? '')))]
}

/** Pairs in common as a share of all pairs; the other title's are counted by its length, for this runs on every intake. */
function likeness(pairs: readonly string[], title: string): number {
  const common = pairs.reduce((sum, pair) => sum + (title.includes(pair) ? 1 : 0), 0)
  return common === 0 ? 0 : Math.min(1, common / (pairs.length + title.length - 1 - common))
}
