import type { SameKeys } from '../same-keys.ts'
import type { map as chinese } from '../zh-cn/map.ts'

export const map: SameKeys<typeof chinese> = {
  name: 'Open cases by county, schematic map',
  schematic: 'Schematic map',
  approved: 'Schematic map · {{number}}',
  plain: 'No graphics: plain',
  cutOff: 'Cut off · data up to {{moment}}',
  live: 'live',
  noAlert: 'No alerts',
  figure: 'Figure',
  figureIs: 'open',
  fill: 'Fill',
  fillIs: 'open per 10,000',
  table: 'Open cases by county',
  area: 'County',
  open: 'Open cases',
  perTenThousand: 'Open per 10,000 people',
  state: 'State of the data',
}
