/** As whom the command line acts. */
import type { Principal } from '../domain/access.ts'

export const importPrincipal: Principal = {
  actor: { kind: 'system', id: 'import' },
  roles: [],
  division: null,
  unit: null,
}
export const feedPrincipal: Principal = { actor: { kind: 'system', id: 'feed' }, roles: [], division: null, unit: null }
