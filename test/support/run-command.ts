/** The bin as an operator calls it: one process a command. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../hub-server/main.ts', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
  /** Lines of standard error. */
  readonly told: readonly string[]
}

/** Runs a command to its end; `input` is its standard input. */
export async function runCommand(args: readonly string[], input = ''): Promise<Ran> {
  const child = spawn(process.execPath, [bin, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LANG: 'C', LC_ALL: 'C' },
  })
  const parts = { out: [] as Buffer[], err: [] as Buffer[] }
  child.stdout.on('data', (part: Buffer) => parts.out.push(part))
  child.stderr.on('data', (part: Buffer) => parts.err.push(part))
  // A command that refuses its arguments reads nothing.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  const out = Buffer.concat(parts.out).toString()
  const err = Buffer.concat(parts.err).toString()
  return { code, out, err, told: err.split('\n').filter((line) => line !== '') }
}

/** The one line of JSON a command printed with `--json`. */
export function jsonOf({ out, err, code }: Ran): unknown {
  if (!/^[^\n]+\n$/.test(out)) throw new Error(`not one line of JSON (exit ${String(code)}): ${out}${err}`)
  return JSON.parse(out)
}
