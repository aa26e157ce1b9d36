/** A ledger with many stored cases, made once and found again: 97 % closed long ago, 3 % open, spread over all places. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseFile } from '../domain/case-file.ts'
import { instantOf } from '../contract/instant.ts'
import { evolve } from '../domain/evolve.ts'
import { registerAppeal } from '../domain/register-appeal.ts'
import type { Hub } from '../service/hub.ts'
import { openHub } from '../service/open-hub.ts'
import { columnsOf, standingOf } from '../service/project.ts'
import { wordsOf } from '../service/record.ts'
import { loadReference } from '../service/reference.ts'
import { sampleAppeals } from './sample-appeals.ts'

const openShare = 0.03
const perStep = 1000
const firstMs = Date.UTC(2023, 0, 2)

/** Opens the ledger with this many cases, filling it first when it has fewer. The caller closes it. */
export function storedCases(data: string, size: number, remark: (line: string) => void): Hub {
  const folder = join(data, `cases-${String(size)}`)
  mkdirSync(folder, { recursive: true })
  const hub = openHub({ folder, centre: '430900000000', reference: loadReference() })
  const next = sampleAppeals(hub.reference, 7)
  let stored = hub.ledger.cases.count()
  if (stored > 0 && stored < size) for (let index = 0; index < stored; index += 1) next(index)
  while (stored < size) {
    const until = Math.min(size, stored + perStep)
    const from = stored
    hub.ledger.inOneStep(() => {
      for (let index = from; index < until; index += 1) storeCase(hub, next(index), index, size)
    })
    stored = until
    if (stored % 50_000 === 0) remark(`${String(stored)} of ${String(size)} cases stored`)
  }
  return hub
}

/** As `record` leaves it, without the event: these measurements read what the screens read. */
function storeCase(
  hub: Hub,
  { appeal }: ReturnType<ReturnType<typeof sampleAppeals>>,
  index: number,
  size: number,
): void {
  const at = instantOf(firstMs + Math.floor((index / size) * 3 * 365 * 86_400_000))
  const id = `stored-${String(index).padStart(9, '0')}`
  const isOpen = index % Math.round(1 / openShare) === 0
  const registration = registerAppeal(
    {
      caseCode: `YY-${String(index).padStart(8, '0')}`,
      kind: appeal.kind,
      channel: appeal.channel,
      title: appeal.title,
      text: appeal.text,
      divisionCode: appeal.divisionCode ?? hub.centre.code,
      reachable: true,
      ...(appeal.category !== undefined && { category: appeal.category }),
    },
    at,
    hub.rules,
  )
  const actor = { kind: 'program', id: 'bench' } as const
  const registered = evolve(id, undefined, { ...registration, at, actor, version: 1 })
  const file: CaseFile | undefined = isOpen
    ? registered
    : evolve(id, registered, { type: 'order.closed', data: { by: 'import' }, at, actor, version: 2 })
  if (file === undefined) return
  const n = hub.ledger.cases.insert(file, columnsOf(file, index + 1, hub.reference, hub.centre.code))
  hub.ledger.queue.move(n, undefined, standingOf(file, hub.reference), index + 1)
  hub.ledger.search.add(n, wordsOf(file), hub.reference.ancestorsOf(file.facts.divisionCode))
}
