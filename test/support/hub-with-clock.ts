/** A hub without doors in a folder of its own, with a clock to push. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { instantOf, msOf, type Instant } from '../../hub-server/contract/instant.ts'
import type { Hub } from '../../hub-server/service/hub.ts'
import { openHub } from '../../hub-server/service/open-hub.ts'
import { loadReference, type Reference } from '../../hub-server/service/reference.ts'

export interface HubWithClock {
  readonly hub: Hub
  readonly push: (span: { readonly hours?: number; readonly minutes?: number; readonly seconds?: number }) => void
}

let reference: Reference | undefined
const opened: { hub: Hub; folder: string }[] = []

afterAll(() => {
  for (const { hub, folder } of opened) {
    hub.ledger.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Opens a hub of the city; it is closed and its folder removed when the tests of the file are done. */
export function hubWithClock(now: Instant): HubWithClock {
  reference ??= loadReference()
  const folder = mkdtempSync(join(tmpdir(), 'fengqiao-hub-'))
  let ms = msOf(now)
  const hub = openHub({ folder, centre: '430900000000', reference, now: () => instantOf(ms) })
  opened.push({ hub, folder })
  return {
    hub,
    push: ({ hours = 0, minutes = 0, seconds = 0 }) => {
      ms += ((hours * 60 + minutes) * 60 + seconds) * 1000
    },
  }
}
