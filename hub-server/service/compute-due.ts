import type { Due, DueQuestion } from '../contract/clock.ts'
import type { RuleProfile } from '../contract/profile.ts'
import { dueOf } from '../domain/deadline.ts'
import type { CalendarIndex } from '../domain/work-calendar.ts'

/** Answers `due` on the command line: when a length from a start ends, by the centre's calendar and closing hours. */
export function computeDue({
  start,
  length,
  calendar,
  profile,
}: DueQuestion & { readonly calendar: CalendarIndex; readonly profile: RuleProfile }): Due {
  return dueOf({
    startAt: start,
    length,
    calendar,
    dayEndsAt: profile.dayEndsAt.value,
    naturalDayEndsAt: profile.naturalDayEndsAt.value,
  })
}
