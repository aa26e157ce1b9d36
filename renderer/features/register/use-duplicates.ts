import { useQuery } from '@tanstack/react-query'
import { duplicatesQuery, type DuplicateQuestion, type LikelyDuplicate } from '../../hub/register-requests.ts'
import { usePause } from '../../shared/time/use-pause.ts'
import { isPhone } from './check-draft.ts'
import type { RegisterDraft } from './draft.ts'
import { proposeTitle } from './propose-title.ts'

/** The hub is asked when nothing has been typed for so long (ms). */
const pauseMs = 400
/** A place and a few signs, or a caller: with less there is nothing to compare. */
const fewestSigns = 4
const fewestDigits = 7

export interface Duplicates {
  /** The likeliest first. */
  readonly items: readonly LikelyDuplicate[]
  /** Those the officer has not yet decided about. */
  readonly undecided: readonly LikelyDuplicate[]
  readonly state: 'nothingToAsk' | 'asking' | 'known' | 'failed'
}

/** Open cases that are likely the same matter as the draft, asked for while it is written. */
export function useDuplicates(draft: RegisterDraft): Duplicates {
  const asked = usePause(JSON.stringify(questionOf(draft)), pauseMs)
  const question = JSON.parse(asked) as DuplicateQuestion | null
  const { data, isFetching, isError } = useQuery(duplicatesQuery(question))
  const items = question === null ? [] : (data ?? [])
  const state = question === null ? 'nothingToAsk' : isFetching ? 'asking' : isError ? 'failed' : 'known'
  return { items, undecided: items.filter(({ row }) => !draft.separate.includes(row.id)), state }
}

function questionOf({ title, text, place, phone }: RegisterDraft): DuplicateQuestion | null {
  const words = title.trim() === '' ? proposeTitle(text) : title.trim()
  const caller = isPhone(phone) && phone.trim().length >= fewestDigits ? phone.trim() : null
  if (words.length < fewestSigns || (place === null && caller === null)) return null
  return {
    title: words.slice(0, 200),
    text: text.slice(0, 20_000),
    ...(place !== null && { divisionCode: place }),
    ...(caller !== null && { phone: caller }),
  }
}
