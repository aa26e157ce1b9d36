/**
 * The officers of the demonstration who are nobody: they work in the history and in the live office, and timelines show their names.
 * Their accounts cannot be signed in to, so that whatever a person does is never mistaken for theirs.
 */
import type { Role } from '../contract/vocabulary.ts'
import type { Principal } from '../domain/access.ts'
import type { Hub } from '../service/hub.ts'
import { chanceOf, idsOf } from './chance.ts'
import type { DemoTexts } from './demo-texts.ts'

export interface SimulatedOfficers {
  readonly dutyOfficers: readonly Principal[]
  readonly directors: readonly Principal[]
  /** One handler for every unit. */
  readonly handlerOf: (unit: string) => Principal | undefined
  readonly isSimulated: (actorId: string) => boolean
  /** Makes the officer's account where it is missing. Must run inside a step. */
  readonly keepAccount: (officer: Principal) => void
}

/** What these programs hand in is no person's work either. */
export const intakeProgram: Principal = {
  actor: { kind: 'program', id: 'demo' },
  roles: [],
  division: null,
  unit: null,
}

const dutyOfficerCount = 6
const directorCount = 2
/** Account ids carry this time: they were there before any history. */
const accountsMadeMs = Date.UTC(2025, 0, 1)

interface Officer {
  readonly username: string
  readonly name: string
  readonly principal: Principal
}

export function simulatedOfficers(hub: Hub, people: DemoTexts['people']): SimulatedOfficers {
  const officers = new Map<string, Officer>()
  const known = new Set<string>()
  const hire = (username: string, role: Role, division: string, unit: string | null): Principal => {
    const chance = chanceOf(username)
    const id = idsOf(chance, () => accountsMadeMs)()
    const name = chance.pick(people.surnames) + chance.pick(people.givenNames)
    const actor = { kind: 'person' as const, id, ...(unit !== null && { unit }), centre: division }
    const principal: Principal = { actor, roles: [role], division, unit }
    officers.set(id, { username, name, principal })
    return principal
  }
  const atCentre = (count: number, post: string, role: Role) =>
    Array.from({ length: count }, (_, index) => hire(`sim.${post}.${index + 1}`, role, hub.centre.code, null))

  const dutyOfficers = atCentre(dutyOfficerCount, 'duty', 'dutyOfficer')
  const directors = atCentre(directorCount, 'director', 'centreDirector')
  const handlers = new Map(
    [...hub.reference.units.values()].map(({ code, division }) => [
      code,
      hire(`sim.${code}`, 'unitHandler', division, code),
    ]),
  )
  return {
    dutyOfficers,
    directors,
    handlerOf: (unit) => handlers.get(unit),
    isSimulated: (actorId) => officers.has(actorId),
    keepAccount: ({ actor: { id } }) => {
      const officer = officers.get(id)
      if (officer === undefined || known.has(id)) return
      if (hub.ledger.accounts.byId(id) === undefined) hub.ledger.accounts.insert({ id, ...accountOf(officer) })
      known.add(id)
    },
  }
}

/** No password opens it: the hash is none. */
function accountOf({ username, name, principal: { roles, division, unit } }: Officer) {
  return { username, name, passwordHash: '', roles, division: division ?? '', unit, disabled: true }
}
