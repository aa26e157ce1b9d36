/** What the command line can have done to a hub: by this process when the file is free, by the running hub when it is not. */
import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import type { ImportResult } from '../contract/appeal.ts'
import { feedAppeals } from '../demo/feed-appeals.ts'
import type { IncomingRow } from '../contract/incoming.ts'
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
import { CommandError } from './output.ts'
import { feedPrincipal, importPrincipal } from './principals.ts'

export interface Task {
  readonly input: z.ZodType
  readonly run: (hub: Hub, input: never) => unknown
}

function task<S extends z.ZodType>(input: S, run: (hub: Hub, input: z.infer<S>) => unknown): Task {
  return { input, run }
}

const nothing = z.strictObject({})
const fileInput = z.strictObject({ file: z.string(), map: z.string().optional() })

export const tasks = {
  import: task(fileInput, (hub, input) =>
    importAppeals(hub, importPrincipal, rowsOf(hub, input), { wordsOf: (refusal) => wordsOf(hub, refusal) }),
  ),
  feed: task(fileInput.extend({ speed: z.number().positive() }), feedFile),
  verify: task(nothing, (hub) => verify(hub)),
  rebuild: task(nothing, (hub) => rebuild(hub)),
  'user.add': task(z.record(z.string(), z.unknown()), async (hub, input) =>
    grantedOrTold(hub, await addUser(hub, input)),
  ),
  'user.list': task(nothing, (hub) => listUsers(hub)),
  'user.reset': task(
    z.strictObject({ username: z.string(), password: z.string() }),
    async (hub, { username, password }) => grantedOrTold(hub, await resetPassword(hub, username, password)),
  ),
  'key.add': task(z.strictObject({ name: z.string().min(1).max(60) }), async (hub, { name }) =>
    grantedOrTold(hub, await addKey(hub, name)),
  ),
  'key.list': task(nothing, (hub) => listKeys(hub)),
  'key.revoke': task(z.strictObject({ key: z.string() }), async (hub, { key }) =>
    grantedOrTold(hub, await revokeKey(hub, key)),
  ),
} satisfies Record<string, Task>
export type TaskName = keyof typeof tasks

async function feedFile(
  hub: Hub,
  { speed, ...input }: z.infer<typeof fileInput> & { speed: number },
): Promise<ImportResult> {
  return feedAppeals(hub, feedPrincipal, rowsOf(hub, input), { speed, wordsOf: (refusal) => wordsOf(hub, refusal) })
    .finished
}

/** The rows of a file, read as they are taken. */
export function rowsOf(hub: Hub, { file, map }: z.infer<typeof fileInput>): AsyncIterable<IncomingRow> {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats?.isFile() !== true) throw new CommandError(`${file}: there is no such file`)
  const columns = map === undefined ? undefined : grantedOrTold(hub, parseMap(map))
  return readIncoming(createReadStream(file), {
    name: basename(file),
    now: hub.now(),
    places: knownPlaces(hub),
    categories: hub.reference.categoryPaths,
    ...(columns !== undefined && { map: columns }),
  })
}
