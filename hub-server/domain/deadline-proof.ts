import { dateOfDay, weekdayOf } from '../contract/civil-date.ts'
import type { LengthParts, LengthUnit } from '../contract/clock.ts'
import { dayNumberAt, instantOf } from '../contract/instant.ts'
import { describeDay, isWorkday, type CalendarIndex } from './work-calendar.ts'

/*
 * The count of a due time in words, for the officer and for the file of the case. Chinese, because it quotes Chinese law
 * and is stored with the promise; the same count always gives the same lines.
 */

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

const UNIT_WORDS: Readonly<Record<LengthUnit, string>> = {
  wd: '个工作日',
  d: '日（自然日）',
  h: '小时',
  min: '分钟',
  mo: '个月',
  y: '年',
}

/** `期限：5个工作日`. */
export function lengthLine({ count, unit }: LengthParts): string {
  return `期限：${unit === 'sameWorkday' ? '当个工作日内' : `${count}${UNIT_WORDS[unit]}`}`
}

/** Start of a term in days, months or years. */
export function dayStartLine(startMs: number): string {
  const next = dayWords(dayNumberAt(startMs) + 1)
  return `起算：${momentWords(startMs)}，当日不计，自次日 ${next} 起算（民法典第201条）`
}

/** Start of a term in hours or minutes. */
export function hourStartLine(startMs: number): string {
  return `起算：${momentWords(startMs)}，自该时起算，昼夜和节假日连续计算（民法典第201条）`
}

/** Start of `sameWorkday`: this working day, or the next one and why. */
export function sameWorkdayStartLine(calendar: CalendarIndex, startMs: number, dueDay: number): string {
  const startDay = dayNumberAt(startMs)
  const start = `起算：${momentWords(startMs)}`
  if (startDay === dueDay) return `${start}，当日为工作日，在下班时间之前`
  const why = isWorkday(calendar, startDay) ? '已到下班时间' : `当日休息（${restName(calendar, startDay)}）`
  return `${start}，${why}，转入下一工作日 ${dayWords(dueDay)}`
}

/** Each block of rest days passed over and each make-up workday counted, in order of time. */
export function countLines(calendar: CalendarIndex, firstDay: number, lastDay: number): string[] {
  const lines: string[] = []
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (isWorkday(calendar, day)) {
      const { kind, name } = describeDay(calendar, day)
      if (kind === 'makeUpWorkday') lines.push(`计入：${dayWords(day)}，${name ?? ''}调休上班，是工作日`)
      continue
    }
    const blockStart = day
    const names: string[] = []
    for (; day <= lastDay && !isWorkday(calendar, day); day += 1) {
      const name = restName(calendar, day)
      if (!names.includes(name)) names.push(name)
    }
    day -= 1
    const until = day === blockStart ? '' : ` 至 ${dayWords(day)}`
    lines.push(`跳过：${dayWords(blockStart)}${until}，${names.join('、')}`)
  }
  return lines
}

/** Why the last day of a natural-day term stays or moves. */
export function rollLines(calendar: CalendarIndex, endDay: number, dueDay: number): string[] {
  const end = `期满日 ${dayWords(endDay)}`
  if (endDay !== dueDay) {
    return [
      `顺延：${end} 休息（${restName(calendar, endDay)}），顺延至休息日结束后的 ${dayWords(dueDay)}（民法典第203条）`,
    ]
  }
  const { kind, name } = describeDay(calendar, endDay)
  return kind === 'makeUpWorkday' ? [`不顺延：${end} 为${name ?? ''}调休上班日`] : []
}

/** The end of a month or year term that has no such date. */
export function monthEndLine(endDay: number): string {
  return `期满日：到期月没有对应日，以月末日 ${dateOfDay(endDay)} 为期满日（民法典第202条）`
}

/** The due moment. */
export function dueLine(dueMs: number, endOf: 'business' | 'day' | 'hours'): string {
  const why = { business: '，业务时间结束（民法典第203条）', day: '，当日终了（民法典第203条）', hours: '' }[endOf]
  return `到期：${momentWords(dueMs)}${why}`
}

/** The table that was used, and a warning when it does not reach the days counted. */
export function calendarLines(calendar: CalendarIndex, provisional: boolean): string[] {
  const range = `${dateOfDay(calendar.firstDay)} 至 ${dateOfDay(calendar.lastDay)}`
  const lines = [`日历：${calendar.version}，覆盖 ${range}`]
  if (provisional) lines.push('暂定：覆盖范围以外没有放假通知，按周一至周五和法定固定假日推算，通知发布后须重新核定')
  return lines
}

function restName(calendar: CalendarIndex, day: number): string {
  return describeDay(calendar, day).name ?? '周末'
}

function dayWords(day: number): string {
  return `${dateOfDay(day)} ${WEEKDAYS[weekdayOf(day)] ?? ''}`
}

function momentWords(ms: number): string {
  return `${dayWords(dayNumberAt(ms))} ${instantOf(ms).slice(11, 19)}`
}
