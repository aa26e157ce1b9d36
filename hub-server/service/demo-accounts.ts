/** Accounts of a demonstration: one of every role at every tier of one branch, with a password everybody knows. All names are invented. */
import type { Role } from '../contract/vocabulary.ts'
import { insertUser } from './accounts.ts'
import { insertKey } from './api-keys.ts'
import type { Hub } from './hub.ts'
import { hashPassword, isAdministrator } from './passwords.ts'

export const demoPassword = 'fengqiao-demo'
export const demoIntakeKey = 'demo-intake-key'

/** The branch: Yiyang city, Taojiang county, Taohuajiang town and its first community. */
const places = {
  city: '430900000000',
  county: '430922000000',
  township: '430922112000',
  village: '430922112006',
} as const

interface DemoAccount {
  readonly username: `${string}.${keyof typeof places}`
  readonly name: string
  readonly role: Role
  readonly department?: string
}

const people: readonly DemoAccount[] = [
  { username: 'grid.village', name: '周小禾', role: 'gridWorker' },
  { username: 'lead.village', name: '彭立春', role: 'gridLead' },
  { username: 'chief.village', name: '文长庚', role: 'chiefGridLead' },
  { username: 'duty.village', name: '龚晓岚', role: 'dutyOfficer' },
  { username: 'duty.township', name: '昌明月', role: 'dutyOfficer' },
  { username: 'director.township', name: '莫远山', role: 'centreDirector' },
  { username: 'unit.township', name: '郭时雨', role: 'unitHandler', department: 'government' },
  { username: 'mediator.township', name: '符和平', role: 'mediator' },
  { username: 'duty.county', name: '詹清扬', role: 'dutyOfficer' },
  { username: 'director.county', name: '崔致远', role: 'centreDirector' },
  { username: 'unit.county', name: '丁安居', role: 'unitHandler', department: 'housing' },
  { username: 'discipline.county', name: '卜正言', role: 'disciplineSupervisor' },
  { username: 'duty.city', name: '夏知秋', role: 'dutyOfficer' },
  { username: 'director.city', name: '欧阳平', role: 'centreDirector' },
  { username: 'unit.city', name: '熊广厦', role: 'unitHandler', department: 'housing' },
  { username: 'inspector.city', name: '钟行之', role: 'inspector' },
  { username: 'discipline.city', name: '严以律', role: 'disciplineSupervisor' },
  { username: 'leader.city', name: '江以南', role: 'leader' },
  { username: 'operator.city', name: '温守恒', role: 'hubOperator' },
  { username: 'sysadmin.city', name: '席安', role: 'sysAdmin' },
  { username: 'secadmin.city', name: '卫安', role: 'secAdmin' },
  { username: 'auditadmin.city', name: '鉴明', role: 'auditAdmin' },
  { username: 'wall.city', name: '指挥大厅大屏', role: 'wall' },
]

/** Makes the demonstration accounts of this hub's branch and the key for intake; what is there already stays. */
export async function addDemoAccounts(hub: Hub): Promise<void> {
  const by = { kind: 'system', id: 'demo' } as const
  const missing = people.filter(
    ({ username }) => isBelow(hub, placeOf(username)) && hub.ledger.accounts.byUsername(username) === undefined,
  )
  // The password is public, so that salts of their own would only cost the start half a second.
  const [user, administrator] = await Promise.all([
    hashPassword(demoPassword, []),
    hashPassword(demoPassword, ['sysAdmin']),
  ])
  await Promise.all(
    missing.map(({ username, name, role, department }) => {
      const division = placeOf(username)
      const unit = department === undefined ? null : `${division}.${department}`
      const passwordHash = isAdministrator([role]) ? administrator : user
      return insertUser(hub, { username, name, roles: [role], division, unit }, passwordHash, by)
    }),
  )
  await insertKey(hub, 'demo-intake', demoIntakeKey, by)
}

function placeOf(username: DemoAccount['username']): string {
  return places[username.slice(username.indexOf('.') + 1) as keyof typeof places]
}

function isBelow(hub: Hub, division: string): boolean {
  return hub.reference.ancestorsOf(division).includes(hub.centre.code)
}
