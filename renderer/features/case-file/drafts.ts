/** What was typed into the forms of this window, by case and act. It lives in memory only: words about residents do not go to a disk. */
import { useSyncExternalStore } from 'react'
import { firstDraft, type Draft } from './act-forms.ts'
import type { ActId } from './acts.ts'

const listeners = new Set<() => void>()
let owner: string | null = null
let drafts: ReadonlyMap<string, Draft> = new Map()

/** Drafts of somebody else who sat here are forgotten. */
export function draftsBelongTo(userId: string): void {
  if (owner === userId) return
  owner = userId
  put(new Map())
}

export function setDraft(caseId: string, act: ActId, draft: Draft): void {
  put(new Map(drafts).set(keyOf(caseId, act), draft))
}

export function dropDraft(caseId: string, act: ActId): void {
  const next = new Map(drafts)
  next.delete(keyOf(caseId, act))
  put(next)
}

export function useDraft(caseId: string, act: ActId): Draft {
  const all = useSyncExternalStore(subscribe, () => drafts)
  return all.get(keyOf(caseId, act)) ?? firstDraft(act)
}

/** Acts of a case in which something is written. */
export function useDraftedActs(caseId: string): ReadonlySet<string> {
  const all = useSyncExternalStore(subscribe, () => drafts)
  const start = `${caseId} `
  return new Set([...all.keys()].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length)))
}

function keyOf(caseId: string, act: ActId): string {
  return `${caseId} ${act}`
}

function put(next: ReadonlyMap<string, Draft>) {
  drafts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
