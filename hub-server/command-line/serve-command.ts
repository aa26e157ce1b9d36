/** `serve` and its options. */
import type { Command } from 'commander'
import type { Output } from './output.ts'
import { readServeConfig } from './serve-config.ts'
import { serve } from './serve.ts'

export function addServeCommand(program: Command, output: Output): void {
  program
    .command('serve')
    .description('run the hub until it is told to end')
    .option('--config <file>', 'JSON file with the same names; FENGQIAO_… variables and flags win over it')
    .option('--centre <code12>', 'division code of the centre')
    .option('--port <n>', 'port (4900); 0 takes a free one')
    .option('--host <address>', 'address to listen on (127.0.0.1)')
    .option('--data <folder>', 'data folder (data/hub)')
    .option('--demo', 'with demonstration data, accounts and live appeals')
    .option('--demo-cases <n>', 'with --demo: cases of the history made at the first start (6000)')
    .option('--feed <file>', 'with --demo: replay a file of appeals as the live feed')
    .option('--speed <n>', 'how many times faster than the file the feed runs (1)')
    .option('--log-level <level>', 'silent, error, warn, info, debug (info)')
    .option('--json', 'tell readiness as JSON')
    .action(
      async ({ config, json: _json, ...flags }: { config?: string; json?: boolean } & Record<string, unknown>) => {
        await serve(readServeConfig(flags, process.env, config), output)
      },
    )
}
