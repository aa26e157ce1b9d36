const minute = 60_000
const day = 24 * 60 * minute
/** The office's clock, all year: no summer time in Asia/Shanghai. */
const shanghaiOffset = 8 * 60 * minute

interface Fields {
  year: number
  month: number
  day: number
  weekday: number
  hour: number
  minute: number
  second: number
}

/** Writes moments in the office's time, whatever zone the machine is set to. All arguments are ms since the epoch. */
export interface MomentFormat {
  /** `今天 18:00`, `10月13日 18:00`, `2027年1月4日 18:00`: the year only when it is not this one. */
  short: (at: number, now: number) => string
  /** `今天`, `10月13日`, with the year when it is not this one. */
  day: (at: number, now: number) => string
  /** `10月12日 周一`. */
  dayAndWeekday: (at: number) => string
  /** `14:26:08`. */
  clock: (at: number) => string
  /** `14:26`. */
  hourAndMinute: (at: number) => string
  /** The age of a fact: `刚刚`, `3 秒前`, `1 分前`, `2 时前`, `3 天前`. */
  age: (at: number, now: number) => string
}

/** The words and orders of one language. */
export interface MomentWords {
  today: string
  monthDay: (month: number, day: number) => string
  yearMonthDay: (year: number, month: number, day: number) => string
  weekdays: readonly [string, string, string, string, string, string, string]
  justNow: string
  secondsAgo: (n: number) => string
  minutesAgo: (n: number) => string
  hoursAgo: (n: number) => string
  daysAgo: (n: number) => string
}

export function createMomentFormat(words: MomentWords): MomentFormat {
  function dayText(at: number, now: number): string {
    const then = fieldsOf(at)
    const present = fieldsOf(now)
    if (Math.floor((at + shanghaiOffset) / day) === Math.floor((now + shanghaiOffset) / day)) return words.today
    if (then.year === present.year) return words.monthDay(then.month, then.day)
    return words.yearMonthDay(then.year, then.month, then.day)
  }
  function dayAndWeekday(at: number): string {
    const { month, day: dayOfMonth, weekday } = fieldsOf(at)
    return `${words.monthDay(month, dayOfMonth)} ${words.weekdays[weekday] ?? ''}`
  }
  function age(at: number, now: number): string {
    const passed = now - at
    if (passed < 1000) return words.justNow
    if (passed < minute) return words.secondsAgo(Math.floor(passed / 1000))
    if (passed < 60 * minute) return words.minutesAgo(Math.floor(passed / minute))
    if (passed < day) return words.hoursAgo(Math.floor(passed / (60 * minute)))
    return words.daysAgo(Math.floor(passed / day))
  }
  return {
    short: (at, now) => `${dayText(at, now)} ${hourAndMinute(at)}`,
    day: dayText,
    dayAndWeekday,
    clock,
    hourAndMinute,
    age,
  }
}

function fieldsOf(at: number): Fields {
  const local = new Date(at + shanghaiOffset)
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
  }
}

const two = (n: number) => String(n).padStart(2, '0')

function hourAndMinute(at: number): string {
  const { hour, minute: minutes } = fieldsOf(at)
  return `${two(hour)}:${two(minutes)}`
}

function clock(at: number): string {
  return `${hourAndMinute(at)}:${two(fieldsOf(at).second)}`
}
