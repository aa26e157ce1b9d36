/** Making everything that is derived anew from the events, in one step: cases, queues, counts, timers, search. */
import { deriveCase } from './derive-case.ts'
import type { Hub } from './hub.ts'
import { unitsOf } from './project.ts'
import { wordsOf } from './record.ts'

/** Gives how many cases were made anew. The facts themselves, people, accounts and audit are not touched. */
export function rebuild(hub: Hub): { cases: number } {
  const { ledger, reference } = hub
  return ledger.inOneStep(() => {
    ledger.clearDerived()
    let cases = 0
    for (const { case_id: caseId } of [...ledger.events.caseIds()]) {
      const derived = deriveCase(hub, caseId, ledger.events.course(caseId))
      if (derived === undefined) continue
      cases += 1
      const { file, columns, standing, counted, timerMs } = derived
      const n = ledger.cases.insert(file, columns)
      ledger.cases.setUnits(n, [], unitsOf(file))
      ledger.queue.move(n, undefined, standing, columns.changed)
      ledger.search.add(n, wordsOf(file), reference.ancestorsOf(file.facts.divisionCode))
      ledger.timers.set(caseId, timerMs)
      for (const { nodes, names, hour, day } of counted) ledger.counts.add(nodes, day, names, hour)
    }
    return { cases }
  })
}
