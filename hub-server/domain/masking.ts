import { AT, DIGIT, LETTER, NUMERAL, STAR, kindsIn } from './characters.ts'
import { maskAddresses, maskPlates } from './masking-addresses.ts'
import { nameBefore, namesIn, shownName } from './masking-names.ts'
import { numbersIn, shownPhone, type Covered } from './masking-numbers.ts'

/** What the hub knows of the resident whose text it is. */
export interface KnownPerson {
  name?: string | undefined
  phone?: string | undefined
}

/**
 * The text as lists, boards, events and searches may show it (rules.md 8.3): phones, ID and card numbers, plates, e-mail addresses,
 * accounts, the resident's own name and names after a cue word are covered; everything else stands as it was written.
 * Masking a masked text changes nothing. A text in which nothing was found is returned as it is.
 */
export function maskText(text: string, known: KnownPerson = {}): string {
  let masked = coverKnownName(text, known.name ?? '')
  const kinds = kindsIn(masked)
  if ((kinds & (AT | LETTER | DIGIT)) !== 0) masked = maskPlates(maskAddresses(masked, kinds), kinds)
  if ((kinds & (DIGIT | NUMERAL)) !== 0) masked = coverNumbers(masked, known.phone ?? '')
  return replaced(masked, namesIn(masked, kinds))
}

/** A name as the desk shows it: 王*, 王**, 欧阳**. A name in letters keeps its first, a name with · the first character of its first part. */
export function maskName(name: string): string {
  return shownName(name)
}

/** A phone as the desk shows it: `138****5678`, a landline `0737****222`. What is no number is covered whole. */
export function maskPhone(phone: string): string {
  return (kindsIn(phone) & STAR) !== 0 && phone.includes('****') ? phone : shownPhone(phone)
}

function coverNumbers(text: string, knownPhone: string): string {
  const found: Covered[] = []
  for (const number of numbersIn(text, knownPhone)) {
    const name = nameBefore(text, number.from)
    if (name !== undefined && name.from >= (found.at(-1)?.to ?? 0)) found.push(name)
    found.push(number)
  }
  return replaced(text, found)
}

/** Every occurrence of the resident's own name, also with blanks between its characters. */
function coverKnownName(text: string, name: string): string {
  const characters = Array.from(name.replace(/\s+/gu, ''))
  const first = characters[0]
  if (first === undefined || characters.length < 2 || !/^[\p{L}\p{M}·•.'’-]+$/u.test(characters.join(''))) return text
  const shown = shownName(name)
  const inLetters = /[A-Za-z]/.test(name)
  const found: Covered[] = []
  let from = text.indexOf(first)
  while (from >= 0) {
    const to = endOfSpaced(text, from, characters)
    const apart = !inLetters || !/[A-Za-z]/.test(`${text.charAt(from - 1)}${text.charAt(to)}`)
    if (to > 0 && apart) found.push({ from, to, shown })
    from = text.indexOf(first, to > 0 ? to : from + 1)
  }
  return replaced(text, found)
}

/** Where the characters end that stand here one after another, with at most two blanks between two; 0 when they do not. */
function endOfSpaced(text: string, from: number, characters: readonly string[]): number {
  let at = from
  for (const [place, character] of characters.entries()) {
    if (place > 0) for (let blanks = 0; blanks < 2 && /\s/.test(text.charAt(at)); blanks += 1) at += 1
    if (!text.startsWith(character, at)) return 0
    at += character.length
  }
  return at
}

function replaced(text: string, found: readonly Covered[]): string {
  if (found.length === 0) return text
  let result = ''
  let at = 0
  for (const { from, to, shown } of found) {
    result += text.slice(at, from) + shown
    at = to
  }
  return result + text.slice(at)
}
