/** The `--map` of `import` and `feed`: which column of a file holds which field, `title=标题,text=内容,occurredAt=时间`. */
import { granted, refused, type Answer, type BadField } from '../contract/refusal.ts'

/** Fields a column can be named for. Those of `POST /appeals`, the resident's and the place's parts by themselves, and an old reply. */
export const rowFields = [
  'title',
  'text',
  'kind',
  'channel',
  'category',
  'occurredAt',
  'externalId',
  'divisionCode',
  'gridCode',
  'lng',
  'lat',
  'place',
  'name',
  'phone',
  'attachments',
  'reply',
  'replyAt',
] as const
export type RowField = (typeof rowFields)[number]

/** Field → column. */
export type RowMap = Readonly<Partial<Record<RowField, string>>>

const namedFields: ReadonlyMap<string, RowField> = new Map<string, RowField>([
  ...rowFields.map((field): [string, RowField] => [field, field]),
  ['citizen.name', 'name'],
  ['citizen.phone', 'phone'],
  ['location.lng', 'lng'],
  ['location.lat', 'lat'],
])

/** Every mistake is named at once, under the path `map`. Columns keep their blanks inside; a column may serve two fields. */
export function parseMap(text: string): Answer<RowMap> {
  const map: Partial<Record<RowField, string>> = {}
  const bad: BadField[] = []
  for (const pair of text.split(/[,，]/).map((each) => each.trim())) {
    const at = pair.search(/[=＝]/)
    const name = pair.slice(0, Math.max(at, 0)).trim()
    const column = pair.slice(at + 1).trim()
    const field = namedFields.get(name)
    if (at < 0 || name === '' || column === '') bad.push({ path: 'map', reason: 'map.form', facts: { pair } })
    else if (field === undefined)
      bad.push({ path: 'map', reason: 'map.unknownField', facts: { field: name, options: rowFields.join(', ') } })
    else if (map[field] !== undefined) bad.push({ path: 'map', reason: 'map.twice', facts: { field } })
    else map[field] = column
  }
  return bad.length > 0 ? refused('input.invalid', undefined, bad) : granted(map)
}
