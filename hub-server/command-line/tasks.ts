/** What the command line can have done to a hub: by this process when the file is free, by the running hub when it is not. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import type { ImportResult } from '../contract/appeal.ts'
import { feedAppeals } from '../demo/feed-appeals.ts'
import type { IncomingRow } from '../contract/incoming.ts'
import type { Refusal } from '../contract/refusal.ts'
import { readIncoming } from '../intake/read-incoming.ts'
import { parseMap } from '../intake/parse-map.ts'
import { addUser, listUsers, resetPassword } from '../service/accounts.ts'
import { addKey, listKeys, revokeKey } from '../service/api-keys.ts'
import type { Hub } from '../service/hub.ts'
import { importAppeals } from '../service/import-appeals.ts'
import { rebuild } from '../service/rebuild.ts'
import { verify } from '../service/verify.ts'
import { knownPlaces } from './known-places.ts'
import { grantedOrTold, wordsOf } from './granted-or-told.ts'
import { feedPrincipal, importPrincipal } from './principals.ts'

export interface Task {
  readonly input: z.ZodType
  /** `stopped`: nobody waits for the rest any more. */
  readonly run: (hub: Hub, input: never, stopped: AbortSignal) => unknown
  /** It makes the ledger of a new folder; the others ask about one that is there. */
  readonly begins: boolean
}

function task<S extends z.ZodType>(
  input: S,
  run: (hub: Hub, input: z.infer<S>, stopped: AbortSignal) => unknown,
  { begins = false } = {},
): Task {
  return { input, run, begins }
}

const nothing = z.strictObject({})
const fileInput = z.strictObject({ file: z.string(), map: z.string().optional() })
const keyInput = z.strictObject({
  name: z.string().trim().min(1, 'a key needs a name').max(60, 'has at most 60 characters'),
})

export const tasks = {
  import: task(
    fileInput,
    (hub, input, stopped) =>
      importAppeals(hub, importPrincipal, until(stopped, rowsOf(hub, input)), {
        wordsOf: (refusal) => wordsOf(hub, refusal),
      }),
    { begins: true },
  ),
  feed: task(fileInput.extend({ speed: z.number().positive() }), feedFile, { begins: true }),
  verify: task(nothing, (hub) => verify(hub)),
  rebuild: task(nothing, (hub) => rebuild(hub)),
  'user.add': task(
    z.record(z.string(), z.unknown()),
    async (hub, input) => grantedOrTold(hub, await addUser(hub, input)),
    { begins: true },
  ),
  'user.list': task(nothing, (hub) => listUsers(hub)),
  'user.reset': task(
    z.strictObject({ username: z.string(), password: z.string() }),
    async (hub, { username, password }) => grantedOrTold(hub, await resetPassword(hub, username, password)),
  ),
  'key.add': task(keyInput, async (hub, { name }) => grantedOrTold(hub, await addKey(hub, name)), { begins: true }),
  'key.list': task(nothing, (hub) => listKeys(hub)),
  'key.revoke': task(z.strictObject({ key: z.string() }), async (hub, { key }) =>
    grantedOrTold(hub, await revokeKey(hub, key)),
  ),
} satisfies Record<string, Task>
export type TaskName = keyof typeof tasks

async function feedFile(
  hub: Hub,
  { speed, ...input }: z.infer<typeof fileInput> & { speed: number },
  stopped: AbortSignal,
): Promise<ImportResult> {
  const words = (refusal: Refusal) => wordsOf(hub, refusal)
  const feed = feedAppeals(hub, feedPrincipal, rowsOf(hub, input), { speed, wordsOf: words })
  stopped.addEventListener('abort', feed.stop)
  return feed.finished
}

async function* until(stopped: AbortSignal, rows: AsyncIterable<IncomingRow>): AsyncGenerator<IncomingRow> {
  for await (const row of rows) {
    if (stopped.aborted) return
    yield row
  }
}

/** The rows of a file, read as they are taken. */
export function rowsOf(hub: Hub, { file, map }: z.infer<typeof fileInput>): AsyncIterable<IncomingRow> {
  const columns = map === undefined ? undefined : grantedOrTold(hub, parseMap(map))
  return readIncoming(createReadStream(file), {
    name: basename(file),
    now: hub.now(),
    places: knownPlaces(hub),
    categories: hub.reference.categoryPaths,
    ...(columns !== undefined && { map: columns }),
  })
}
