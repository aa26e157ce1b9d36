import type { Density } from '../../shared/settings/settings.ts'
import type { ListState, SectionName } from './list-order.ts'

/** A line of the list as it is drawn, with its place from the top in px. */
export type ListItem =
  | {
      readonly kind: 'section'
      readonly key: string
      readonly top: number
      readonly height: number
      readonly section: SectionName
      readonly count: number
    }
  | {
      readonly kind: 'row'
      readonly key: string
      readonly top: number
      readonly height: number
      readonly id: string
      readonly index: number
    }

export const sectionHeight = 28
export const rowHeights: Record<Density, number> = { standard: 48, compact: 32 }

/** Sections and rows in one column. `index` of a row counts rows only. */
export function listItems({ placed }: Pick<ListState, 'placed'>, density: Density): readonly ListItem[] {
  const counts = new Map<SectionName, number>()
  for (const { section } of placed) counts.set(section, (counts.get(section) ?? 0) + 1)
  const items: ListItem[] = []
  let top = 0
  let section: SectionName | undefined
  for (const [index, row] of placed.entries()) {
    if (row.section !== section) {
      section = row.section
      const count = counts.get(section) ?? 0
      items.push({ kind: 'section', key: `section ${section}`, top, height: sectionHeight, section, count })
      top += sectionHeight
    }
    const height = rowHeights[density]
    items.push({ kind: 'row', key: row.id, top, height, id: row.id, index })
    top += height
  }
  return items
}
