/** The registration being written in this window. It lives in memory only: words about residents do not go to a disk. */
import { useSyncExternalStore } from 'react'
import type { Appeal } from '../../../hub-server/contract/appeal.ts'
import type { Instant } from '../../../hub-server/contract/instant.ts'
import type { AppealKind, Channel, Urgency } from '../../../hub-server/contract/vocabulary.ts'

/** How a matter reaches a person at this desk; all other channels come in by themselves. */
export const deskChannels = ['hotline12345', 'visit', 'letter', 'gridPatrol'] as const satisfies readonly Channel[]
export type DeskChannel = (typeof deskChannels)[number]

export interface RegisterDraft {
  /** Goes with every try until the hub has saved it, so that it is saved once. */
  readonly key: string
  readonly channel: DeskChannel
  readonly phone: string
  readonly name: string
  /** When the caller was told what his data are for (ms, hub time). */
  readonly toldAt: number | null
  readonly text: string
  readonly title: string
  readonly place: string | null
  /** When it happened, where that is not the time of the call. */
  readonly occurredAt: Instant | null
  readonly kind: AppealKind | null
  /** `null`: the urgency the rules give to an order nobody has looked at. */
  readonly urgency: Urgency | null
  readonly category: string | null
  readonly leadUnit: string | null
  readonly assistUnits: readonly string[]
  readonly instruction: string
  /** Cases looked at and found to be other matters. */
  readonly separate: readonly string[]
  /** What went out under the key and was not answered. */
  readonly sent: Appeal | null
}
export type RegisterField = Exclude<keyof RegisterDraft, 'key' | 'toldAt' | 'separate' | 'sent'>

const listeners = new Set<() => void>()
let owner: string | null = null
let draft: RegisterDraft = emptyDraft()

/** The draft of whoever sat here before is forgotten; true when somebody else did. */
export function draftBelongsTo(userId: string): boolean {
  if (owner === userId) return false
  owner = userId
  put(emptyDraft())
  return true
}

export function useDraft(): RegisterDraft {
  return useSyncExternalStore(subscribe, currentDraft)
}

export function currentDraft(): RegisterDraft {
  return draft
}

export function changeDraft(change: Partial<RegisterDraft>): void {
  put({ ...draft, ...change })
}

/** A fresh sheet, with a key of its own; the channel stays, for calls follow calls. */
export function clearDraft(): void {
  put({ ...emptyDraft(), channel: draft.channel })
}

/** Whether there is something that would be lost. */
export function isWritten({
  phone,
  name,
  text,
  title,
  instruction,
  category,
  place,
  occurredAt,
  leadUnit,
}: RegisterDraft): boolean {
  return (
    [phone, name, text, title, instruction].some((words) => words.trim() !== '') ||
    Boolean(category ?? place ?? occurredAt ?? leadUnit)
  )
}

function emptyDraft(): RegisterDraft {
  return {
    key: crypto.randomUUID(),
    channel: 'hotline12345',
    phone: '',
    name: '',
    toldAt: null,
    text: '',
    title: '',
    place: null,
    occurredAt: null,
    kind: null,
    urgency: null,
    category: null,
    leadUnit: null,
    assistUnits: [],
    instruction: '',
    separate: [],
    sent: null,
  }
}

function put(next: RegisterDraft): void {
  draft = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
