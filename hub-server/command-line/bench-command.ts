/** `bench`: the hub's measurements. */
import { resolve } from 'node:path'
import { Argument, type Command } from 'commander'
import { benchNames, runBench, type BenchName } from '../bench/run-bench.ts'
import { positiveNumber } from './common-options.ts'
import type { Output } from './output.ts'

interface BenchFlags {
  size?: number
  seconds?: number
  desks?: number
  rate?: number
  data: string
}

export function addBenchCommand(program: Command, output: Output): void {
  program
    .command('bench')
    .description('measure the hub beside a limit or peer in the same run')
    .addArgument(new Argument('[name]', 'one of them; all when left out').choices(benchNames))
    .option('--size <n>', 'stored cases (1000000)', positiveNumber)
    .option('--seconds <n>', 'how long each measurement runs (5)', positiveNumber)
    .option('--desks <n>', 'write: end to end, with so many desks over sockets', positiveNumber)
    .option('--rate <n>', 'with --desks: commands a second (1000)', positiveNumber)
    .option('--data <folder>', 'where measured files are kept and found again', '.cache/bench')
    .option('--json', 'one line of JSON')
    .action(async (name: BenchName | undefined, { data, json: _json, ...numbers }: BenchFlags & { json?: boolean }) => {
      const options = { data: resolve(data), ...numbers }
      output.result(await runBench(name === undefined ? benchNames : [name], options, output.remark))
    })
}
