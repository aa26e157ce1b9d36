import { DIGIT, JOINER, NUMERAL, STAR, digitsOf, kindAt } from './characters.ts'

/** A piece of a text, from its first to behind its last UTF-16 unit, and what is to stand there instead. */
export interface Covered {
  from: number
  to: number
  shown: string
}

interface Token {
  from: number
  to: number
  digits: string
  /** Holds numerals written in characters. */
  written: boolean
  /** Stands at the edge of an earlier mask, so that it is a rest of a number and must not be read as the start of another. */
  rest: boolean
}

const MOBILE = /1[3-9]\d{9}/
const LOCAL_CUE = /(?:电话|座机|固话|手机|联系方式|tel|phone)(?:号码?)?[\s：:;；为是(（.,，]{0,3}$/i

/**
 * Phones, ID and card numbers in a text, in order: `430*************1X` for an ID number, the last four digits for a card,
 * `138****5678` for a phone. Also written with blanks or hyphens, in full width, or in characters (一三八…).
 * Amounts, dates, house and document numbers are shorter or grouped otherwise and stay.
 */
export function numbersIn(text: string, knownPhone = ''): Covered[] {
  const tokens = tokensOf(text)
  const found: Covered[] = []
  const known = phoneDigits(knownPhone)
  let at = 0
  while (at < tokens.length) {
    const joined = joinedNumberAt(text, tokens, at, known)
    if (joined !== undefined) {
      found.push(joined.covered)
      at = joined.next
      continue
    }
    const token = tokens[at]
    const alone = token && tokenAlone(text, token)
    if (alone !== undefined) found.push(alone)
    at += 1
  }
  return found
}

/** A phone as the desk shows it: `138****5678`; a landline keeps its area code and its last three digits: `0737****222`. */
export function shownPhone(digits: string): string {
  const bare = phoneDigits(digits)
  if (/^1[3-9]\d{9}/.test(bare)) return `${bare.slice(0, 3)}****${bare.slice(-4)}`
  const area = /^(?:010|02\d|0[3-9]\d\d)(?=\d{7,8}$)/.exec(bare)?.[0] ?? ''
  const local = bare.slice(area.length)
  return `${area}****${local.slice(-Math.max(0, Math.min(3, local.length - 4)) || local.length)}`
}

/** The digits of a phone without +86 or the long-distance 0 before a mobile number. */
function phoneDigits(phone: string): string {
  return digitsOf(phone).replace(/^(?:00|0)?86(?=1[3-9]\d{9}$)|^(?:00|0)?86(?=0\d{9,11}$)|^0(?=1[3-9]\d{9}$)/, '')
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const length = text.length
  for (let at = 0; at < length; at += 1) {
    if ((kindAt(text, at) & (DIGIT | NUMERAL)) === 0) continue
    const from = at
    let all = 0
    for (let kind = kindAt(text, at); (kind & (DIGIT | NUMERAL)) !== 0; kind = kindAt(text, at)) {
      all |= kind
      at += 1
    }
    const besideMask = starsAt(text, from - 4) || starsAt(text, at)
    tokens.push({
      from,
      to: at,
      digits: digitsOf(text, from, at),
      written: (all & NUMERAL) !== 0,
      rest: besideMask && at - from < 11,
    })
  }
  return tokens
}

/** Every mask of a number is made of at least four stars, so four stars beside digits are the sign of one. */
function starsAt(text: string, from: number): boolean {
  if (from < 0) return false
  for (let at = from; at < from + 4; at += 1) if ((kindAt(text, at) & STAR) === 0) return false
  return true
}

function tokenAlone(text: string, token: Token): Covered | undefined {
  if (token.digits.length < 10) return undefined
  if (!token.written) return coverRun(text, token.from, token.to, token.digits)
  const plain = plainRunIn(text, token)
  if (plain !== undefined) return coverRun(text, plain.from, plain.to, digitsOf(text, plain.from, plain.to))
  if (token.digits.length >= 15) return coverRun(text, token.from, token.to, token.digits)
  const mobile = MOBILE.exec(token.digits)
  if (mobile !== null)
    return { from: token.from + mobile.index, to: token.from + mobile.index + 11, shown: shownPhone(mobile[0]) }
  const withoutDashes = digitsOf(text.slice(token.from, token.to).replace(/(?<=[0-9０-９])一(?=[0-9０-９])/g, ''))
  return withoutDashes.length === 11 && MOBILE.test(withoutDashes)
    ? { from: token.from, to: token.to, shown: shownPhone(withoutDashes) }
    : undefined
}

/** The long run of figures of a token that also holds a few characters: 13812345678一直. */
function plainRunIn(text: string, token: Token): { from: number; to: number } | undefined {
  let from = token.from
  while (from < token.to && (kindAt(text, from) & DIGIT) === 0) from += 1
  let to = token.to
  while (to > from && (kindAt(text, to - 1) & DIGIT) === 0) to -= 1
  for (let at = from; at < to; at += 1) if ((kindAt(text, at) & DIGIT) === 0) return undefined
  return to - from >= 11 && from - token.from <= 3 && token.to - to <= 3 ? { from, to } : undefined
}

/** A run of digits without anything between. `digits` are those of the text from `from` to `to`. */
function coverRun(text: string, from: number, to: number, digits: string): Covered | undefined {
  const length = digits.length
  const prefix = /^(?:00|0)?86(?=1[3-9]\d{9}$)/.exec(digits)?.[0].length ?? 0
  if (prefix > 0) return { from: from + prefix, to, shown: shownPhone(digits.slice(prefix)) }
  if (length === 17 && /^[xXｘＸ]$/.test(text.charAt(to)))
    return { from, to: to + 1, shown: shownId(digits, text.charAt(to)) }
  if (length >= 15) return { from, to, shown: isIdNumber(digits) ? shownId(digits) : shownCard(digits) }
  if (length >= 11 && /^0?1[3-9]/.test(digits)) return { from, to, shown: shownPhone(digits) }
  if (length <= 12 && /^0[1-9]/.test(digits)) return { from, to, shown: shownPhone(digits) }
  return undefined
}

/** A number whose parts are kept apart, beginning with token `first`: the longest one that reads as a number of a person. */
function joinedNumberAt(
  text: string,
  tokens: readonly Token[],
  first: number,
  known: string,
): { covered: Covered; next: number } | undefined {
  const start = tokens[first]
  if (start === undefined || start.rest) return undefined
  let best: { covered: Covered; next: number } | undefined
  let digits = ''
  let gaps = ''
  const groups: number[] = []
  for (let at = first; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.rest) break
    const before = tokens[at - 1]
    if (at > first && before !== undefined) {
      const gap = joinerBetween(text, before.to, token.from, groups)
      if (gap === undefined) break
      gaps += gap
    }
    digits += token.digits
    groups.push(token.digits.length)
    if (digits.length > 19) break
    const covered = readJoined(text, start.from, token.to, { digits, groups, gaps, known })
    if (covered !== undefined) best = { covered, next: at + 1 }
  }
  return best
}

function joinerBetween(text: string, from: number, to: number, groups: readonly number[]): string | undefined {
  const length = to - from
  if (length < 1 || length > 3) return undefined
  for (let at = from; at < to; at += 1) {
    const bracket = groups.length === 1 && (text.charAt(at) === ')' || text.charAt(at) === '）')
    if ((kindAt(text, at) & JOINER) === 0 && !bracket) return undefined
  }
  return text.slice(from, to)
}

interface Joined {
  digits: string
  groups: readonly number[]
  gaps: string
  known: string
}

function readJoined(text: string, from: number, to: number, joined: Joined): Covered | undefined {
  const { digits, groups, gaps, known } = joined
  if (known.length >= 7 && isKnownPhone(digits, known)) return { from, to, shown: shownPhone(digits) }
  if ((digits.length === 7 || digits.length === 8) && groups.length <= 2 && followsPhoneWord(text, from))
    return /^(?![48]00)[2-8]/.test(digits) ? { from, to, shown: shownPhone(digits) } : undefined
  if (groups.length === 1) return undefined
  const bracketed = /[)）]/.test(gaps)
  if (isAreaAndLocal(digits, groups)) return { from, to, shown: shownPhone(digits) }
  if (bracketed) return undefined
  const prefix = /^(?:00|0)?86(?=1[3-9]\d{9}$)/.exec(digits)?.[0].length ?? 0
  const apart = prefix > 0 && groups[0] === prefix
  if (!apart && /^1[3-9]\d{9}$/.test(digits.slice(prefix)) && groupsOfMobile(digits, groups, gaps))
    return { from, to, shown: shownPhone(digits) }
  if (digits.length === 17 && isIdNumber(`${digits}0`)) {
    const mark = /^\s?[xXｘＸ](?![a-zA-Z0-9])/.exec(text.slice(to, to + 3))
    if (mark !== null) return { from, to: to + mark[0].length, shown: shownId(digits, mark[0].trim()) }
  }
  if (isGroupedId(digits, groups, gaps)) return { from, to, shown: shownId(digits) }
  return isGroupedCard(digits, groups, gaps) ? { from, to, shown: shownCard(digits) } : undefined
}

function isKnownPhone(digits: string, known: string): boolean {
  const local = known.startsWith('0') ? known.replace(/^(?:010|02\d|0[3-9]\d\d)/, '') : known
  return digits.length >= 7 && (digits === local || phoneDigits(digits) === known)
}

function followsPhoneWord(text: string, from: number): boolean {
  return LOCAL_CUE.test(text.slice(Math.max(0, from - 12), from))
}

function isAreaAndLocal(digits: string, groups: readonly number[]): boolean {
  const [area = 0, second = 0, third = 0] = groups
  if (groups.length > 3 || !/^(?:010|02\d|0[3-9]\d\d)$/.test(digits.slice(0, area))) return false
  const local = digits.length - area
  return (local === 7 || local === 8) && (groups.length === 2 || (second >= 3 && third >= 3))
}

/** Blanks and hyphens may stand anywhere in a mobile number, dots only in its usual three groups; ranges of years are none. */
function groupsOfMobile(digits: string, groups: readonly number[], gaps: string): boolean {
  const [first = 0, second = 0] = groups
  if (/[.．·•・‧∙⋅]/.test(gaps)) return /^(?:3,4,4|3,8)$/.test(groups.join())
  if (/[~～]/.test(gaps)) return false
  if (first === 4 && /^19\d\d/.test(digits) && (second <= 2 || second === 4)) return false
  return Math.max(...groups) <= 2 || groups.length <= 5
}

/** 18 digits (or 15 of the old kind) with a believable day of birth at the seventh. */
function isIdNumber(digits: string): boolean {
  const birth = digits.length === 18 ? /^[1-9]\d{5}(?:19|20)\d\d(\d\d)(\d\d)/ : /^[1-9]\d{7}(\d\d)(\d\d)\d{3}$/
  const day = birth.exec(digits)
  return (
    (digits.length === 18 || digits.length === 15) && day !== null && inRange(day[1], 1, 12) && inRange(day[2], 1, 31)
  )
}

function isGroupedId(digits: string, groups: readonly number[], gaps: string): boolean {
  if (!isIdNumber(digits) || /[.．~～]/.test(gaps)) return false
  if (digits.length === 15) return groups.join() === '6,6,3'
  // A case code such as area-date-number reads like an ID number: with hyphens the check digit has to agree.
  return !/[^\s\u200b-\u200d\u2060\ufeff\u00ad]/.test(gaps) || hasIdCheckDigit(digits)
}

/** GB 11643: weights 2^(17-i) modulo 11. An X is the 18th character and is not read here. */
function hasIdCheckDigit(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < 17; at += 1) sum += Number(digits.charAt(at)) * (2 ** (17 - at) % 11)
  return '10X98765432'.charAt(sum % 11) === digits.charAt(17)
}

function isGroupedCard(digits: string, groups: readonly number[], gaps: string): boolean {
  if (digits.length < 16 || /[.．~～]/.test(gaps)) return false
  const fours = groups.slice(0, -1).every((size) => size === 4)
  const usual = (groups.length >= 4 && fours) || (groups.length === 2 && groups[0] === 6) || Math.max(...groups) <= 2
  return usual && (digits.startsWith('62') || (/^[3-6]/.test(digits) && hasLuhnDigit(digits)))
}

function hasLuhnDigit(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - at))
    const weighted = at % 2 === 0 ? digit : digit * 2
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return sum % 10 === 0
}

function inRange(digits: string | undefined, least: number, most: number): boolean {
  const value = Number(digits)
  return value >= least && value <= most
}

function shownId(digits: string, mark = ''): string {
  const whole = `${digits}${mark}`
  return `${whole.slice(0, 3)}${'*'.repeat(whole.length - 5)}${whole.slice(-2)}`
}

function shownCard(digits: string): string {
  return `${'*'.repeat(digits.length - 4)}${digits.slice(-4)}`
}
