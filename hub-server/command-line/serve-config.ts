/** What `serve` is told: file, then environment (`FENGQIAO_…`), then flags, the later winning. Every mistake is named at once. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { isFile } from './is-file.ts'
import { UsageError } from './output.ts'

const port = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be 0 to 65535')
  .max(65_535, 'must be 0 to 65535')
const flag = z.union(
  [z.boolean(), z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1')],
  'must be true or false',
)

const serveConfigSchema = z.strictObject({
  centre: z
    .string()
    .regex(/^\d{12}$/, 'must be a 12-digit division code')
    .optional(),
  port: port.default(4900),
  host: z.string().min(1).default('127.0.0.1'),
  data: z.string().min(1).default('data/hub'),
  demo: flag.default(false),
  /** Cases of the history that the first demonstration start makes. */
  demoCases: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(10, 'must be 10 to 20000')
    .max(20_000, 'must be 10 to 20000')
    .default(6000),
  feed: z.string().refine(isFile, 'there is no such file').optional(),
  speed: z.coerce
    .number('must be a number')
    .positive('must be above 0')
    .max(1_000_000, 'must be at most 1000000')
    .default(1),
  logLevel: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})
export type ServeConfig = z.infer<typeof serveConfigSchema>

const names = ['centre', 'port', 'host', 'data', 'demo', 'demoCases', 'feed', 'speed', 'logLevel'] as const

/** Throws `UsageError` that lists every mistake with its name. */
export function readServeConfig(
  flags: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv,
  configFile?: string,
): ServeConfig {
  const fromFile = configFile === undefined ? {} : readConfigFile(configFile)
  const fromEnv = Object.fromEntries(
    names.flatMap((name) => {
      const value = env[`FENGQIAO_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined))
  const all = { ...fromFile, ...fromEnv, ...given }
  const parsed = serveConfigSchema.safeParse(all)
  const mistakes = [
    ...(parsed.error?.issues.map((issue) => `${issue.path.join('.') || 'config'}: ${issue.message}`) ?? []),
    ...mistakesBetween(all),
  ]
  if (!parsed.success || mistakes.length > 0) throw new UsageError(mistakes.join('; '))
  return { ...parsed.data, data: resolve(parsed.data.data) }
}

/** What no field says alone. */
function mistakesBetween({ host, demo, feed }: Readonly<Record<string, unknown>>): string[] {
  const isDemo = flag.safeParse(demo).data === true
  const mistakes: string[] = []
  if (typeof host === 'string' && host !== '' && !isLoopback(host)) {
    mistakes.push(
      isDemo
        ? 'host: demonstration data has known passwords and is served on the loopback address only'
        : 'host: plain http is for the loopback address only; put a TLS proxy of the centre in front',
    )
  }
  if (feed !== undefined && !isDemo) mistakes.push('feed: goes with --demo; `feed FILE` replays into a real centre')
  return mistakes
}

function readConfigFile(file: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new UsageError(`config ${file}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
