import type { MomentWords } from '../time/moment-format.ts'
import type { Language } from './language.ts'

/** The words of dates and ages. Functions, because the order of day, month and year differs. */
export function momentWordsOf(language: Language): MomentWords {
  return language === 'en' ? english : chinese
}

const chinese: MomentWords = {
  today: '今天',
  monthDay: (month, day) => `${String(month)}月${String(day)}日`,
  yearMonthDay: (year, month, day) => `${String(year)}年${String(month)}月${String(day)}日`,
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  justNow: '刚刚',
  secondsAgo: (n) => `${String(n)} 秒前`,
  minutesAgo: (n) => `${String(n)} 分前`,
  hoursAgo: (n) => `${String(n)} 时前`,
  daysAgo: (n) => `${String(n)} 天前`,
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthName = (month: number) => months[month - 1] ?? ''

const english: MomentWords = {
  today: 'today',
  monthDay: (month, day) => `${String(day)} ${monthName(month)}`,
  yearMonthDay: (year, month, day) => `${String(day)} ${monthName(month)} ${String(year)}`,
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  justNow: 'just now',
  secondsAgo: (n) => `${String(n)} s ago`,
  minutesAgo: (n) => `${String(n)} min ago`,
  hoursAgo: (n) => `${String(n)} h ago`,
  daysAgo: (n) => `${String(n)} d ago`,
}
