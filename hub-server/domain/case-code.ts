/** The code an officer reads out: letters of the centre, day, and a number whose last digits are said on the phone. */
import type { Division } from '../contract/reference.ts'

/** Pinyin initials of the city and its county-level divisions, as their offices sign. */
const letters: Readonly<Record<string, string>> = {
  '430900': 'YY',
  '430902': 'ZY',
  '430903': 'HS',
  '430921': 'NX',
  '430922': 'TJ',
  '430923': 'AH',
  '430971': 'DT',
  '430972': 'GX',
  '430981': 'YJ',
}

/**
 * `YY261125-0042`. Townships and villages add their own digits to the county's letters, so that two hubs never give the same code.
 * `day` is `2026-11-25`, `number` counts a hub's appeals of that day from 1 and grows past four digits.
 */
export function caseCodeOf(centre: Division, day: string, number: number): string {
  const county = centre.code.slice(0, 6)
  const own = { city: '', county: '', township: centre.code.slice(6, 9), village: centre.code.slice(6, 12) }[
    centre.tier
  ]
  const date = day.slice(2).replaceAll('-', '')
  return `${letters[county] ?? county}${own}${date}-${String(number).padStart(4, '0')}`
}
