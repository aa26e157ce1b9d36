/** The measurements of `bench`: each prints its figures beside a limit or a peer taken in the same run (goals.md). */
import { mkdirSync } from 'node:fs'
import type { BenchOptions } from './bench-options.ts'
import { benchQueue } from './queue.ts'
import { benchSearch } from './search.ts'
import { benchWrite } from './write.ts'
import { benchWriteDesks } from './write-desks.ts'

const benches = {
  write: (options: BenchOptions) => (options.desks === undefined ? benchWrite(options) : benchWriteDesks(options)),
  queue: benchQueue,
  search: benchSearch,
}
export type BenchName = keyof typeof benches
export const benchNames = Object.keys(benches) as BenchName[]

/** Figures by name. */
export async function runBench(
  names: readonly BenchName[],
  options: BenchOptions,
  remark: (line: string) => void,
): Promise<Record<string, unknown>> {
  mkdirSync(options.data, { recursive: true })
  const figures: Record<string, unknown> = { node: process.version }
  for (const name of names) {
    remark(`bench ${name} …`)
    figures[name] = await benches[name](options, remark)
  }
  return figures
}
