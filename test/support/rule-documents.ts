import { readFileSync } from 'node:fs'
import { workCalendarSchema } from '../../hub-server/contract/calendar.ts'
import { ruleProfileSchema } from '../../hub-server/contract/profile.ts'
import { indexCalendar } from '../../hub-server/domain/work-calendar.ts'

/** A reference document as the product ships it, before any check. */
export function ruleDocument(name: 'calendar' | 'profile'): unknown {
  return JSON.parse(readFileSync(new URL(`../../resources/reference/${name}.json`, import.meta.url), 'utf8'))
}

/** The default rules and the working calendar that the product ships. */
export const shippedProfile = ruleProfileSchema.parse(ruleDocument('profile'))
export const shippedCalendar = indexCalendar(workCalendarSchema.parse(ruleDocument('calendar')))
