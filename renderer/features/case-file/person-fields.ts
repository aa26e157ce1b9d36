import type { CaseView } from '../../../hub-server/contract/case-view.ts'

export interface PersonField {
  readonly field: string
  readonly label: 'name' | 'phone' | 'text' | 'title' | 'place'
  /** What stands there masked; null when nothing is on file. */
  readonly masked: string | null
}

/** The lines of the person: the resident, and the texts of which a masked form is shown elsewhere. */
export function personFields(view: CaseView): readonly PersonField[] {
  const covers = (text: string) => text.includes('*')
  const shown = { text: covers(view.text), title: covers(view.title), place: view.placeUnresolved !== null }
  return [
    { field: 'citizen.name', label: 'name', masked: view.citizen.name },
    { field: 'citizen.phone', label: 'phone', masked: view.citizen.phone },
    ...originals.flatMap(([field, label]) =>
      view.revealable.includes(field) && shown[label] ? [{ field, label, masked: '' }] : [],
    ),
  ]
}

const originals = [
  ['text', 'text'],
  ['title', 'title'],
  ['place', 'place'],
] as const
