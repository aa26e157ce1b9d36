/** A hub as a process of its own, as an operator runs it: started by its bin, killed without mercy, started again over the same folder. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../hub-server/main.ts', import.meta.url))

export interface HubProcess {
  readonly url: string
  /** SIGKILL; resolves when the process is gone. */
  readonly kill: () => Promise<void>
  /** SIGTERM; resolves with the exit code. */
  readonly end: () => Promise<number | null>
}

/** Resolves when the hub takes requests; rejects with what it said when it ends before. */
export async function startHubProcess(folder: string, flags: readonly string[] = []): Promise<HubProcess> {
  const args = [bin, 'serve', '--data', folder, '--port', '0', '--log-level', 'error', ...flags]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  child.stderr.on('data', (part: Buffer) => said.push(part.toString()))
  const url = await readyLine(child, said)
  const gone = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    return child.exitCode
  }
  return {
    url,
    kill: async () => {
      child.kill('SIGKILL')
      await gone()
    },
    end: async () => {
      child.kill('SIGTERM')
      return gone()
    },
  }
}

async function readyLine(child: ChildProcess, said: readonly string[]): Promise<string> {
  if (child.stdout === null) throw new Error('the hub has no standard output')
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready (http:\S+)$/.exec(line)?.[1]
    if (url !== undefined) return url
  }
  throw new Error(`the hub ended before it was ready: ${said.join('')}`)
}
