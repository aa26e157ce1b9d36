import type { RowField, RowMap } from './parse-map.ts'
import type { RowValue } from './read-rows.ts'

/** What a row holds for a field; undefined for a missing column, an empty cell and null. */
export type ReadField = (field: RowField) => unknown

/** Columns of other lists, looked at when the field's own name is not there. */
const otherColumns: Partial<Record<RowField, readonly string[]>> = {
  externalId: ['id'],
  occurredAt: ['time'],
  replyAt: ['reply_time'],
  place: ['county_name'],
  divisionCode: ['county_code', 'pref_code'],
}

/** A column of the map wins over the field's own name, that over the columns of other lists. */
export function readerOf(row: RowValue, map: RowMap): ReadField {
  const citizen = recordOf(row['citizen'])
  const location = recordOf(row['location'])
  const inner: Partial<Record<RowField, unknown>> = {
    name: citizen['name'],
    phone: citizen['phone'],
    lng: location['lng'],
    lat: location['lat'],
  }
  return (field) => {
    const column = map[field]
    if (column !== undefined) return columnOf(row, column)
    const names = [field, ...(otherColumns[field] ?? [])]
    return [cleaned(inner[field]), ...names.map((name) => columnOf(row, name))].find((value) => value !== undefined)
  }
}

export function columnOf(row: RowValue, column: string): unknown {
  return Object.hasOwn(row, column) ? cleaned(row[column]) : undefined
}

/** A whole number of a JSON file is taken for the digits it stands for. */
export function digitsAsText(value: unknown): unknown {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
}

/** Text without blanks around it, without NUL, and with whole characters only. */
function cleaned(value: unknown): unknown {
  if (value === null) return undefined
  if (typeof value !== 'string') return value
  const text = value.replaceAll('\0', '').toWellFormed().trim()
  return text === '' ? undefined : text
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
