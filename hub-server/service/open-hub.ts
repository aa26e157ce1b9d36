/** Builds a hub over its data folder. Everything that is fetched (time, ids, chance, keys) is made here once and handed in. */
import { createHmac, createSecretKey, randomBytes, randomUUIDv7, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { instantOf, type Instant } from '../contract/instant.ts'
import type { Division } from '../contract/reference.ts'
import { indexCalendar } from '../domain/work-calendar.ts'
import { openLedger } from '../store/open-ledger.ts'
import { makeBell } from './bell.ts'
import { makeCommits } from './commits.ts'
import type { Hub } from './hub.ts'
import { loadReference, type Reference } from './reference.ts'

export interface HubOptions {
  /** The data folder: `hub.sqlite` and its keys. */
  readonly folder: string
  /** Division code of the centre. */
  readonly centre: string
  readonly reference?: Reference
  readonly now?: () => Instant
  readonly newId?: () => string
  readonly randomBytes?: (count: number) => Uint8Array
}

/** Throws `LedgerError` where the file cannot be used, and an `Error` with one line for an unknown centre. */
export function openHub(options: HubOptions): Hub {
  const reference = options.reference ?? loadReference()
  const centre = centreOf(reference, options.centre)
  const ledger = openLedger(join(options.folder, 'hub.sqlite'), centre.code)
  const bell = makeBell()
  const key = phoneKeyOf(options.folder)
  return {
    centre,
    ledger,
    reference,
    rules: {
      profile: reference.profile,
      calendar: indexCalendar(reference.calendar),
      units: reference.units,
      codeVersion: reference.versions['divisions'] ?? '',
      centre: centre.code,
    },
    bell,
    commits: makeCommits(ledger, bell),
    attention: new Set(),
    now: options.now ?? (() => instantOf(Date.now())),
    newId: options.newId ?? (() => randomUUIDv7()),
    randomBytes: options.randomBytes ?? ((count) => randomBytes(count)),
    phoneKey: (phone) => createHmac('sha256', key).update(plainNumber(phone)).digest('hex'),
  }
}

function centreOf(reference: Reference, code: string): Division {
  const centre = reference.divisions.get(code)
  if (centre === undefined) throw new Error(`centre ${code} is not a division of the reference data`)
  return centre
}

/** Lies beside the database, not in it: a copy of the database alone links no two callers. */
function phoneKeyOf(folder: string): KeyObject {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'phone.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
  return createSecretKey(readFileSync(file))
}

/** `+86 139-1234 5678` and `13912345678` are one number. */
function plainNumber(phone: string): string {
  return phone
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '')
}
