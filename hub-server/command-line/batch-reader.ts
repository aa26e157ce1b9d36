import type { IncomingRow } from '../contract/incoming.ts'
import { readIncoming } from '../intake/read-incoming.ts'
import type { Hub } from '../service/hub.ts'
import { knownPlaces } from './known-places.ts'

/** Reads the body of a batch as `import` reads a file of JSON Lines. */
export function batchReader(
  hub: Hub,
): (body: AsyncIterable<Uint8Array>, maxBytes: number) => AsyncIterable<IncomingRow> {
  const places = knownPlaces(hub)
  return (body, maxBytes) =>
    readIncoming(body, {
      name: 'batch.jsonl',
      maxBytes,
      now: hub.now(),
      places,
      categories: hub.reference.categoryPaths,
    })
}
