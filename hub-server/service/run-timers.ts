/** Time passes through the same door as people: what falls due is recorded by the system, in order, once, late after a crash but never lost. */
import type { Actor } from '../contract/actor.ts'
import { msOf } from '../contract/instant.ts'
import { nextTurn, passTime } from '../domain/time-alert.ts'
import type { Hub } from './hub.ts'
import { record } from './record.ts'

const systemActor: Actor = { kind: 'system', id: 'system' }

/** Timers worked off in one commit, so that desks are never kept waiting by a backlog. */
const perCommit = 100
/** The longest a due timer waits for the next look, in milliseconds. */
const lookEveryMs = 1000

/** Works off everything that is due now; resolves with how many cases were looked at. */
export async function runTimers(hub: Hub): Promise<number> {
  let done = 0
  for (;;) {
    const worked = await hub.commits.submit(() => workOff(hub))
    done += worked
    if (worked < perCommit) return done
  }
}

/** Works off at most one commit's share of what is due. Must run inside a step. */
export function workOff(hub: Hub): number {
  const at = hub.now()
  const due = hub.ledger.timers.due(msOf(at), perCommit)
  for (const { case_id: caseId } of due) {
    const stored = hub.ledger.cases.byId(caseId)
    const events = stored === undefined ? [] : passTime(stored.file, at, hub.rules.profile)
    if (stored !== undefined && events.length > 0) record(hub, caseId, stored, events, { actor: systemActor, at })
    else {
      const turn = stored === undefined ? undefined : nextTurn(stored.file, at)
      hub.ledger.timers.set(caseId, turn === undefined ? undefined : msOf(turn))
    }
  }
  return due.length
}

/** Looks every second while the hub runs; gives the function that stops it. */
export function startTimers(hub: Hub, onError: (error: unknown) => void): () => void {
  let busy = false
  const look = () => {
    const next = hub.ledger.timers.next()
    if (busy || next === undefined || next > msOf(hub.now())) return
    busy = true
    runTimers(hub)
      .catch(onError)
      .finally(() => {
        busy = false
      })
  }
  const timer = setInterval(look, lookEveryMs)
  look()
  return () => {
    clearInterval(timer)
  }
}
