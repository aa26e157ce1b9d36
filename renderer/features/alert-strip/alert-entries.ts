import type { CaseRow } from '../../../hub-server/contract/board.ts'

/** One line of the strip: the first of its kind, and how many there are of it. */
export interface AlertEntry {
  readonly row: CaseRow
  readonly count: number
}

export interface StripAlerts {
  /** Red first, then what came first. */
  readonly entries: readonly AlertEntry[]
  /** Cases, not entries. */
  readonly count: number
}

/** Red and yellow alerts nobody has acknowledged. Those of one colour, class and township count as one. */
export function stripAlerts(rows: ReadonlyMap<string, CaseRow>): StripAlerts {
  const open = [...rows.values()].filter(
    ({ alert }) => alert !== null && alert.state === 'unacknowledged' && alert.colour !== 'blue',
  )
  open.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  const groups = new Map<string, AlertEntry>()
  for (const row of open) {
    const key = groupOf(row)
    const group = groups.get(key)
    groups.set(key, group === undefined ? { row, count: 1 } : { ...group, count: group.count + 1 })
  }
  return { entries: [...groups.values()], count: open.length }
}

function orderOf({ alert, caseCode }: CaseRow): string {
  return `${alert?.colour === 'red' ? '0' : '1'} ${alert?.since ?? ''} ${caseCode}`
}

/** A township is the first nine digits of a division code. Without a class every case stands alone. */
function groupOf({ id, alert, category, divisionCode }: CaseRow): string {
  return category === null ? id : [alert?.colour, category, divisionCode.slice(0, 9)].join(' ')
}
