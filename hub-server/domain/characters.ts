/** Kinds of characters that masking looks for, as bits, so that one look at a character answers every question. */
export const DIGIT = 1
/** 零 to 九 in their plain and their formal writing, and 幺 for one. */
export const NUMERAL = 2
/** What people put between the parts of a number: blanks, hyphens, dashes, dots. */
export const JOINER = 4
export const LETTER = 8
export const AT = 16
/** Last character of a word after which a name may follow. */
export const CUE_END = 32
export const SURNAME = 64
export const WARY_SURNAME = 128
export const STAR = 256
export const MIDDLE_DOT = 512

const kinds = new Uint16Array(0x1_0000)
const digitValues = new Uint8Array(0x1_0000)

const numerals = ['零〇○', '一幺壹弌', '二贰貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖']
const blanks = ' \t\u00a0\u3000\u2002\u2003\u2009\u200b\u200c\u200d\u2060\ufeff\u00ad'
const dashes = '-－‐‑‒–—―−_﹣ー~～'
const middleDots = '·•・‧∙⋅'

/** Adds a kind to every character of a text. Only for building the table while the modules load. */
export function setKind(characters: string, kind: number): void {
  for (let at = 0; at < characters.length; at += 1) {
    const code = characters.charCodeAt(at)
    kinds[code] = (kinds[code] ?? 0) | kind
  }
}

for (let value = 0; value <= 9; value += 1) {
  for (const zero of [0x30, 0xff10]) {
    kinds[zero + value] = DIGIT
    digitValues[zero + value] = value
  }
  const written = numerals[value] ?? ''
  setKind(written, NUMERAL)
  for (let at = 0; at < written.length; at += 1) digitValues[written.charCodeAt(at)] = value
}
for (let letter = 0; letter < 26; letter += 1)
  for (const first of [0x41, 0x61, 0xff21, 0xff41]) kinds[first + letter] = LETTER
setKind(`${blanks}${dashes}.．`, JOINER)
setKind(middleDots, JOINER | MIDDLE_DOT)
setKind('@＠', AT)
setKind('*＊', STAR)

/** The bits of one UTF-16 unit; 0 for a position outside the text. */
export function kindAt(text: string, at: number): number {
  return kinds[text.charCodeAt(at)] ?? 0
}

/** The bits of all characters of a text together: what is not here need not be looked for. */
export function kindsIn(text: string): number {
  let all = 0
  for (let at = 0; at < text.length; at += 1) all |= kinds[text.charCodeAt(at)] ?? 0
  return all
}

/** The digits of a piece of text, full-width and written-out ones as `0` to `9`; everything else is left out. */
export function digitsOf(text: string, from = 0, to = text.length): string {
  let digits = ''
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (((kinds[code] ?? 0) & (DIGIT | NUMERAL)) !== 0) digits += String(digitValues[code] ?? 0)
  }
  return digits
}

/** How many UTF-16 units the Han character at a position takes (2 for the rare ones beyond the basic plane); 0 when it is none. */
export function hanLengthAt(text: string, at: number): 0 | 1 | 2 {
  const code = text.charCodeAt(at)
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)) return 1
  if (code >= 0xd840 && code <= 0xd888 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) return 2
  return 0
}
