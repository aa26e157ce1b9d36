/** What happened on a day, per division above the case and per unit: kept in the transaction, so that no wall ever groups a table. */
import type { Database } from 'better-sqlite3'

export const dailyNames = [
  'registered',
  'dispatched',
  'acknowledged',
  'concluded',
  'closed',
  'expired',
  'contactMet',
  'contactEnded',
  'solved',
  'followedUp',
  'pleased',
  'rated',
] as const
export type DailyName = (typeof dailyNames)[number]

export function countsIn(db: Database) {
  const add = db.prepare(
    'INSERT INTO daily_counts (node, day, name, value) VALUES (?, ?, ?, 1) ON CONFLICT (node, day, name) DO UPDATE SET value = value + 1',
  )
  const between = db.prepare<[string, string, string], { name: DailyName; value: number }>(
    'SELECT name, sum(value) AS value FROM daily_counts WHERE node = ? AND day BETWEEN ? AND ? GROUP BY name',
  )
  const all = db.prepare<[], { node: string; day: string; name: string; value: number }>(
    'SELECT node, day, name, value FROM daily_counts',
  )
  const hours = db.prepare<[string, string], { name: string; value: number }>(
    "SELECT name, value FROM daily_counts WHERE node = ? AND day = ? AND name BETWEEN 'registered.00' AND 'registered.23'",
  )
  return {
    /** Registrations of a day before a full hour; null when that day has none at all. */
    registeredBefore: (node: string, day: string, hour: number): number | null => {
      const rows = hours.all(node, day)
      if (rows.length === 0) return null
      return rows.reduce((sum, row) => sum + (Number(row.name.slice(-2)) < hour ? row.value : 0), 0)
    },
    /** One more of each, on a day, for every node; a registration also under its hour (`09`). */
    add: (nodes: readonly string[], day: string, names: readonly DailyName[], hour?: string): void => {
      for (const node of nodes) {
        for (const name of names) add.run(node, day, name)
        if (hour !== undefined) add.run(node, day, `registered.${hour}`)
      }
    },
    /** Every number there is, for a comparison with the ledger. */
    all: (): Iterable<{ node: string; day: string; name: string; value: number }> => all.iterate(),
    /** Sums over whole days, both included. */
    between: (node: string, from: string, to: string): Partial<Record<DailyName, number>> =>
      Object.fromEntries(between.all(node, from, to).map(({ name, value }) => [name, value])),
  }
}
