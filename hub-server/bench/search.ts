/** `search`: newest 20 of a Chinese full-text search, words of one to eight characters, rare and common, with and without a place; FTS5 alone beside it. */
import type { Hub } from '../service/hub.ts'
import { round, seeded, spreadOf, timed } from './figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { sampleAppeals } from './sample-appeals.ts'
import { storedCases } from './stored-cases.ts'

const runs = 1000
const newest = 20

export function benchSearch({ size = 1_000_000, data }: BenchOptions, remark: (line: string) => void) {
  const hub = storedCases(data, size, remark)
  try {
    const words = wordsToFind(hub)
    const fts = hub.ledger.db.prepare('SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 20')
    const alone = spreadOf(
      timed(runs, (index) => fts.all(`"${[...(words[index % words.length] ?? '')].slice(0, 2).join('')}"*`)),
    )
    const counties = hub.reference.childrenOf(hub.centre.code)
    const lengths = Object.fromEntries(
      [1, 2, 3, 4, 8].map((length) => {
        const cut = words.map((word) => word.slice(0, length)).filter((word) => [...word].length === length)
        const everywhere = spreadOf(
          timed(runs, (index) => hub.ledger.search.find({ words: cut[index % cut.length] ?? '', limit: newest })),
        )
        const inCounty = spreadOf(
          timed(runs, (index) =>
            hub.ledger.search.find({
              words: cut[index % cut.length] ?? '',
              division: counties[index % counties.length]?.code ?? '',
              limit: newest,
            }),
          ),
        )
        return [length, { everywhere, inCounty, ratio: round(everywhere.p99 / alone.p99) }]
      }),
    )
    return {
      work: `newest ${String(newest)} of ${String(size)} cases`,
      ftsAlone: alone,
      characters: lengths,
      goal: 'p99 ≤ 2 ms, one and two characters included',
    }
  } finally {
    hub.ledger.close()
  }
}

/** Runs of the stored words themselves, so that what is looked for is there: common and rare as they come. */
function wordsToFind(hub: Hub): string[] {
  const next = sampleAppeals(hub.reference, 7)
  const random = seeded(11)
  return Array.from({ length: 400 }, (_each, index) => {
    const { title, text } = next(index).appeal
    const runsOfHan = `${title} ${text}`.match(/\p{Script=Han}{8,}/gu) ?? ['路灯损坏无人维修']
    const run = runsOfHan[Math.floor(random() * runsOfHan.length)] ?? ''
    const start = Math.floor(random() * Math.max(1, run.length - 8))
    return run.slice(start, start + 8)
  })
}
