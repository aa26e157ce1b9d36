/**
 * Commands on their way. Each has its id from the start, so that sending it again is harmless: while the hub is away they wait here in
 * order and are sent, oldest first, when it is back. They live as long as the window.
 */
import type { CommandEnvelope, CommandType } from '../../hub-server/contract/command.ts'
import type { Problem } from '../../hub-server/contract/refusal.ts'
import type { CommandAnswer } from '../../hub-server/contract/station.ts'

export type CommandOutcome =
  { readonly kind: 'done'; readonly version: number } | { readonly kind: 'refused'; readonly problem: Problem }

export interface QueuedCommand {
  readonly id: string
  readonly caseId: string
  readonly type: CommandType
  /** Machine time in milliseconds. */
  readonly givenAt: number
  /** `waiting`: the hub is away, or earlier ones wait; `sending`: on the line. */
  readonly state: 'waiting' | 'sending'
}

export interface CommandQueue {
  /** Resolves when the hub has decided, however long that takes. */
  readonly give: (order: Omit<CommandEnvelope, 'id'>) => Promise<CommandOutcome>
  readonly queued: () => readonly QueuedCommand[]
  readonly subscribe: (listener: () => void) => () => void
  /** The line is up again: what waits goes out. */
  readonly wake: () => void
}

interface Waiting {
  readonly envelope: CommandEnvelope
  readonly givenAt: number
  readonly settle: (outcome: CommandOutcome) => void
}

/** `send` gives `null` when nobody answered. `newId` must never repeat. */
export function createCommandQueue(
  send: (envelope: CommandEnvelope) => Promise<CommandAnswer | null>,
  newId: () => string,
  now: () => number,
): CommandQueue {
  const listeners = new Set<() => void>()
  let waiting: readonly Waiting[] = []
  let shown: readonly QueuedCommand[] = []
  let sending = false

  const show = () => {
    shown = waiting.map(({ envelope, givenAt }, index) => ({
      id: envelope.id,
      caseId: envelope.caseId,
      type: envelope.type,
      givenAt,
      state: index === 0 && sending ? 'sending' : 'waiting',
    }))
    for (const listener of listeners) listener()
  }
  const drain = async () => {
    if (sending) return
    for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
      sending = true
      show()
      const answer = await send(first.envelope)
      sending = false
      if (answer === null) break
      waiting = waiting.slice(1)
      first.settle(answer.ok ? { kind: 'done', version: answer.version } : { kind: 'refused', problem: answer.problem })
    }
    show()
  }

  return {
    give: (order) =>
      new Promise((settle) => {
        waiting = [...waiting, { envelope: { ...order, id: newId() }, givenAt: now(), settle }]
        show()
        void drain()
      }),
    queued: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    wake: () => void drain(),
  }
}
