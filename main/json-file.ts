import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import type { z } from 'zod'

/** What a small file of ours holds. `unreadable` covers broken JSON, a shape we do not know and a file that may not be read. */
export function readJsonFile<T>(
  file: string,
  schema: z.ZodType<T>,
): { kind: 'none' | 'unreadable' } | { kind: 'read'; value: T } {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? { kind: 'read', value: parsed.data } : { kind: 'unreadable' }
  } catch (error) {
    return { kind: isMissing(error) ? 'none' : 'unreadable' }
  }
}

/** Either the old content or the new one is there afterwards, never half of it. False when the disk or the rights refuse. */
export function writeJsonFile(file: string, value: unknown): boolean {
  const draft = `${file}.new`
  try {
    const handle = openSync(draft, 'w', 0o600)
    try {
      writeSync(handle, `${JSON.stringify(value, null, 2)}\n`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, file)
    return true
  } catch {
    return false
  }
}

/** Puts a file nobody can read beside its place, so that it can be looked at. */
export function putAside(file: string): void {
  try {
    renameSync(file, `${file}.unreadable`)
  } catch {
    return
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
