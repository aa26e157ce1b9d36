/** A case derived from its events alone: what `record` should have left in the tables. For `verify` and `rebuild`. */
import { dayOf, msOf } from '../contract/instant.ts'
import type { CaseFile } from '../domain/case-file.ts'
import { evolve } from '../domain/evolve.ts'
import { nextTurn } from '../domain/time-alert.ts'
import type { CaseColumns } from '../store/cases.ts'
import type { StoredEvent } from '../store/events.ts'
import type { Standing } from '../store/queue.ts'
import { countedBy, type Counted } from './count-event.ts'
import type { Hub } from './hub.ts'
import { columnsOf, standingOf } from './project.ts'

export interface DerivedCase {
  readonly file: CaseFile
  readonly columns: CaseColumns
  readonly standing: Standing
  readonly counted: readonly (Counted & { readonly day: string })[]
  /** When time alone changes it next, in milliseconds. */
  readonly timerMs: number | undefined
}

export function deriveCase(hub: Hub, caseId: string, course: readonly StoredEvent[]): DerivedCase | undefined {
  const counted: (Counted & { day: string })[] = []
  let file: CaseFile | undefined
  for (const { seq: _place, caseId: _id, ...event } of course) {
    const before = file
    file = evolve(caseId, file, event)
    const adds = file && countedBy(hub.reference, hub.rules.profile, before, file, event)
    if (adds !== undefined) counted.push({ ...adds, day: dayOf(event.at) })
  }
  const last = course.at(-1)
  if (file === undefined || last === undefined) return undefined
  const turn = nextTurn(file, last.at)
  return {
    file,
    columns: columnsOf(file, last.seq, hub.reference, hub.centre.code),
    standing: standingOf(file, hub.reference),
    counted,
    timerMs: turn === undefined ? undefined : msOf(turn),
  }
}
