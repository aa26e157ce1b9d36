/** Free words of a command go into the ledger masked; what the mask took out lies in `people`, read only by `reveal`. */
import type { Command } from '../contract/command.ts'
import { maskText } from '../domain/masking.ts'
import type { Person } from '../store/people.ts'
import type { Hub } from './hub.ts'

/** Payload fields in which somebody writes freely. */
const freeWords = ['text', 'note', 'reply', 'reason', 'instruction', 'basis', 'explanation', 'rightWay'] as const

export interface MaskedWords {
  readonly masked: Command
  /** The clear words of each field that the mask changed. */
  readonly clear: ReadonlyMap<string, string>
}

export function maskWords(command: Command, person: Person | undefined): MaskedWords {
  const known = {
    ...(person?.name != null && { name: person.name }),
    ...(person?.phone != null && { phone: person.phone }),
  }
  const clear = new Map<string, string>()
  const payload: Record<string, unknown> = { ...command.payload }
  for (const field of freeWords) {
    const words = payload[field]
    if (typeof words !== 'string') continue
    const masked = maskText(words, known)
    if (masked === words) continue
    clear.set(field, words)
    payload[field] = masked
  }
  return clear.size === 0 ? { masked: command, clear } : { masked: { ...command, payload } as Command, clear }
}

/** Keeps the clear words of the event with this version. Must run inside the event's step. */
export function keepClearWords(hub: Hub, caseId: string, version: number, clear: ReadonlyMap<string, string>): void {
  for (const [field, text] of clear) hub.ledger.people.keepClear(caseId, version, field, text)
}
