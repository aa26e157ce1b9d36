/** Who is at which case now. Lives as long as the sockets; ids and seats, never names. */
import { granted, refused, type Answer } from '../contract/refusal.ts'
import type { Presence, Present } from '../contract/station.ts'
import { loadSeen } from '../service/run-command.ts'
import type { OpenSession } from '../service/sign-in.ts'
import type { Door } from './door.ts'
import type { StationNamespace, StationSocket } from './station-socket.ts'

interface AtCase {
  readonly id: string
  readonly seat: string
  readonly doing: Presence['doing']
}

export function makePresence({ hub }: Door, namespace: StationNamespace) {
  const cases = new Map<string, Map<string, AtCase>>()

  const tell = (caseId: string) => {
    const people = [...(cases.get(caseId)?.values() ?? [])]
    // One line a person, however many windows he has open.
    const present: Present = { caseId, people: [...new Map(people.map((person) => [person.id, person])).values()] }
    namespace.to(roomOf(caseId)).emit('presence', present)
  }

  const leave = (socket: StationSocket) => {
    const caseId = socket.data.lookingAt
    if (caseId === null) return
    socket.data.lookingAt = null
    void socket.leave(roomOf(caseId))
    const people = cases.get(caseId)
    people?.delete(socket.id)
    if (people?.size === 0) cases.delete(caseId)
    else tell(caseId)
  }

  const move = (socket: StationSocket, { user, principal }: OpenSession, presence: Presence): Answer<object> => {
    const stored = presence.caseId === null ? undefined : loadSeen(hub, principal, presence.caseId)
    if (presence.caseId !== null && stored === undefined) return refused('case.notFound')
    const caseId = stored?.file.id ?? null
    if (caseId !== socket.data.lookingAt) leave(socket)
    if (caseId === null) return granted({ ok: true })
    socket.data.lookingAt = caseId
    void socket.join(roomOf(caseId))
    const people = cases.get(caseId) ?? new Map<string, AtCase>()
    people.set(socket.id, { id: user.id, seat: user.unit?.name ?? user.centre.name, doing: presence.doing })
    cases.set(caseId, people)
    tell(caseId)
    return granted({ ok: true })
  }

  return { move, leave }
}

function roomOf(caseId: string): string {
  return `case:${caseId}`
}
