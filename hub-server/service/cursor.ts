/** Where a reader stands in this file's changes. Opaque to clients, grows, valid across a restart, void in another file. */
import type { Hub } from './hub.ts'

export function cursorOf(hub: Hub, seq: number): string {
  return `${hub.ledger.epoch}.${seq.toString(36)}`
}

/** The seq of a cursor, or undefined where it is not one of this file's. */
export function seqOf(hub: Hub, cursor: string): number | undefined {
  const [epoch, seq = ''] = cursor.split('.')
  if (epoch !== hub.ledger.epoch || !/^[0-9a-z]{1,11}$/.test(seq)) return undefined
  const value = Number.parseInt(seq, 36)
  return value <= hub.ledger.events.lastSeq() ? value : undefined
}

export function currentCursor(hub: Hub): string {
  return cursorOf(hub, hub.ledger.events.lastSeq())
}
