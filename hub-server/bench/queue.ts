/** `queue`: the first and a deep page of a queue by due time, at every tier, beside 50 primary-key seeks in the same file. */
import type { Principal } from '../domain/access.ts'
import { listCases } from '../service/list-cases.ts'
import type { Hub } from '../service/hub.ts'
import { round, seeded, spreadOf, timed } from './figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { storedCases } from './stored-cases.ts'

const pageSize = 50
const runs = 2000

export function benchQueue({ size = 1_000_000, data }: BenchOptions, remark: (line: string) => void) {
  const hub = storedCases(data, size, remark)
  try {
    const seeks = spreadOf(timed(runs, seeksOf(hub)))
    const tiers = Object.fromEntries(
      (['city', 'county', 'township', 'village'] as const).map((tier) => {
        const codes = [...hub.reference.divisions.values()]
          .filter((division) => division.tier === tier)
          .map(({ code }) => code)
        const random = seeded(3)
        const page = spreadOf(
          timed(runs, () =>
            hub.ledger.queue.page(codes[Math.floor(random() * codes.length)] ?? '', 'triage', undefined, pageSize),
          ),
        )
        return [tier, { ...page, ratio: round(page.p99 / seeks.p99) }]
      }),
    )
    const deep = deepPage(hub)
    return {
      work: `first ${String(pageSize)} of a queue, ${String(size)} cases stored`,
      seeks,
      tiers,
      deep: { ...deep, ratio: round(deep.p99 / seeks.p99) },
      answered: spreadOf(timed(200, answeredPage(hub))),
      goal: 'p99 ≤ 4 × the seeks at every tier; a deep page costs what the first costs',
    }
  } finally {
    hub.ledger.close()
  }
}

/** Seeks over the newest tenth, which an office's day keeps in memory. */
function seeksOf(hub: Hub) {
  const count = hub.ledger.cases.count()
  const random = seeded(5)
  return () => {
    for (let seek = 0; seek < pageSize; seek += 1)
      hub.ledger.cases.byNumber(count - Math.floor(random() * (count / 10)))
  }
}

function deepPage(hub: Hub) {
  let place = undefined as { due: number; n: number } | undefined
  for (let page = 0; page < 100; page += 1)
    place = hub.ledger.queue.page(hub.centre.code, 'triage', place, 100).at(-1) ?? place
  return spreadOf(timed(runs, () => hub.ledger.queue.page(hub.centre.code, 'triage', place, pageSize)))
}

/** The same as a desk gets it: rows with what this person may do. */
function answeredPage(hub: Hub) {
  const who: Principal = {
    actor: { kind: 'person', id: 'bench' },
    roles: ['dutyOfficer'],
    division: hub.centre.code,
    unit: null,
  }
  return () => listCases(hub, who, { queue: 'triage', limit: pageSize })
}
