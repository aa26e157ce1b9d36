/** Writing down what was decided, inside the step that decided it: facts, the case as it is now, queues, counts, timer. */
import type { Actor } from '../contract/actor.ts'
import type { CaseEvent } from '../contract/event.ts'
import { dayOf, msOf, type Instant } from '../contract/instant.ts'
import type { CaseFile, RecordedEvent } from '../domain/case-file.ts'
import { evolve } from '../domain/evolve.ts'
import { nextTurn } from '../domain/time-alert.ts'
import type { StoredCase } from '../store/cases.ts'
import { countedBy } from './count-event.ts'
import type { Hub } from './hub.ts'
import { columnsOf, standingOf, unitsOf } from './project.ts'

export interface Recorded {
  readonly n: number
  readonly file: CaseFile
  readonly events: readonly (RecordedEvent & { readonly seq: number })[]
}

/** Appends events to a case (or begins one) and rewrites what is derived from it. Must run inside a step of the ledger. */
export function record(
  hub: Hub,
  caseId: string,
  before: StoredCase | undefined,
  events: readonly CaseEvent[],
  by: { readonly actor: Actor; readonly at: Instant },
): Recorded {
  const { ledger, reference, centre } = hub
  let file = before?.file
  const recorded: (RecordedEvent & { seq: number })[] = []
  for (const event of events) {
    const stamped: RecordedEvent = { ...event, ...by, version: (file?.version ?? 0) + 1 }
    const seq = ledger.events.append(centre.code, caseId, stamped)
    const earlier = file
    file = evolve(caseId, file, stamped)
    if (file !== undefined) count(hub, earlier, file, stamped)
    recorded.push({ ...stamped, seq })
  }
  if (file === undefined) throw new Error(`case ${caseId}: its first event is not a registration`)
  const n = writeCase(hub, before, file, recorded.at(-1)?.seq ?? 0)
  const turn = nextTurn(file, by.at)
  ledger.timers.set(caseId, turn === undefined ? undefined : msOf(turn))
  if (before === undefined) ledger.search.add(n, wordsOf(file), reference.ancestorsOf(file.facts.divisionCode))
  return { n, file, events: recorded }
}

/** The words of a case that are looked for: masked, so that no search finds a person by his number. */
export function wordsOf(file: CaseFile): string {
  return `${file.facts.caseCode} ${file.facts.title} ${file.facts.text} ${file.facts.category ?? ''}`
}

function count(
  { ledger, reference, rules }: Hub,
  before: CaseFile | undefined,
  after: CaseFile,
  event: RecordedEvent,
): void {
  const counted = countedBy(reference, rules.profile, before, after, event)
  if (counted !== undefined) ledger.counts.add(counted.nodes, dayOf(event.at), counted.names, counted.hour)
}

function writeCase(
  { ledger, reference, centre }: Hub,
  before: StoredCase | undefined,
  file: CaseFile,
  changed: number,
): number {
  const columns = columnsOf(file, changed, reference, centre.code)
  const standing = standingOf(file, reference)
  if (before === undefined) {
    const n = ledger.cases.insert(file, columns)
    ledger.cases.setUnits(n, [], unitsOf(file))
    ledger.queue.move(n, undefined, standing, changed)
    return n
  }
  ledger.cases.update(before.n, file, columns)
  ledger.cases.setUnits(before.n, unitsOf(before.file), unitsOf(file))
  ledger.queue.move(before.n, standingOf(before.file, reference), standing, changed)
  return before.n
}
