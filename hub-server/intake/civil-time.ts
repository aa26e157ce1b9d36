/** Times as files write them, read as time in China where they name no offset. */
import { instantSchema, type Instant } from '../contract/instant.ts'

const WRITTEN =
  /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:(?:T|\s+|\s*(?=\d{1,2}[:时点]))(\d{1,2})(?::|时|点)(?:(\d{1,2})(?:(?::|分)(?:(\d{1,2})(?:\.\d+)?秒?)?)?)?)?$/

/**
 * `2026-11-22T09:00:00+08:00`, `2026-11-22 09:00`, `2026/11/22 9:00:05`, `2026年11月22日 9时5分`, or a day alone (its
 * beginning). Undefined for anything else, the bare day numbers of spreadsheets included.
 */
export function readTime(text: string): Instant | undefined {
  const exact = instantSchema.safeParse(text)
  if (exact.success) return exact.data
  const parts = WRITTEN.exec(text)
  if (parts === null) return undefined
  const [year = '', month = '', day = '', hour = '0', minute = '0', second = '0'] = parts
    .slice(1)
    .map((part: string | undefined) => part)
  const two = (part: string) => part.padStart(2, '0')
  const written = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}+08:00`
  const read = instantSchema.safeParse(written)
  return read.success ? read.data : undefined
}
