import type { Unit } from '../../hub-server/contract/reference.ts'

/** More do not fit under the field; one goes on typing. */
const mostMatches = 6

/**
 * Units that a few typed signs mean: a part of the name, in any order of parts (`资阳 住建`), or the English word of the department
 * (`housing`). Units of the place come first, then those of its county, of the city, and of elsewhere.
 */
export function findUnits(units: Iterable<Unit>, typed: string, divisionCode: string): readonly Unit[] {
  const parts = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (parts.length === 0) return []
  const scored: { unit: Unit; score: number }[] = []
  for (const unit of units) {
    const text = `${unit.name} ${unit.shortName} ${unit.department.toLowerCase()}`
    if (!parts.every((part) => text.includes(part) || inOrder(unit.shortName, part))) continue
    scored.push({ unit, score: distance(unit.division, divisionCode) * 2 + (text.includes(parts[0] ?? '') ? 0 : 1) })
  }
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, mostMatches)
    .map(({ unit }) => unit)
}

/** `赫住建` means 赫山区住建局: its signs stand in the name in this order. Two signs at least, so that one sign is not everything. */
function inOrder(name: string, typed: string): boolean {
  if (typed.length < 2) return false
  let at = -1
  return [...typed].every((sign) => (at = name.indexOf(sign, at + 1)) >= 0)
}

/** For the order of the list only: 0 the township of the matter, 1 its county, 2 the city, 3 elsewhere. */
function distance(division: string, of: string): number {
  if (division.slice(0, 9) === of.slice(0, 9)) return division.endsWith('000000') ? 1 : 0
  if (division.slice(0, 6) === of.slice(0, 6)) return division.endsWith('000000') ? 1 : 3
  return division.endsWith('00000000') ? 2 : 3
}
