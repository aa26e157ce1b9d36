/** Which unit an officer would send a matter to: by the duty catalogue, from the matter's place upward. */
import type { Duty } from '../contract/reference.ts'
import type { Reference } from '../service/reference.ts'
import type { Chance } from './chance.ts'
import type { AppealTemplate } from './demo-texts.ts'

export interface Units {
  readonly leadUnit: string
  readonly assistUnits: readonly string[]
}

export interface Matter {
  readonly division: string
  readonly category?: string | undefined
}

export interface UnitFinder {
  readonly byDuties: (chance: Chance, matter: Matter) => Units
  /** The unit of a department at the matter's own place, where there is one. */
  readonly ofDepartment: (matter: Matter, department: string, tier: Duty['tiers'][number]) => string | undefined
}

/** How often a township takes what the catalogue lets it lead, and how often a second department is asked to help. */
const townshipTakes = 0.55
const helpIsAsked = 0.18

/** The finder over one edition of the reference data. The office for hotline matters takes what no duty speaks of. */
export function findUnitsIn(reference: Reference): UnitFinder {
  const byCategory = new Map<string, Duty[]>()
  for (const duty of reference.duties.items)
    for (const path of duty.categories) byCategory.set(path, [...(byCategory.get(path) ?? []), duty])

  /** Duties of the longest path that has any for this tier and role. */
  const speaking = (line: readonly string[], category: string, tier: Duty['tiers'][number], role: Duty['role']) => {
    for (let path = category; path !== ''; path = path.slice(0, Math.max(path.lastIndexOf('/'), 0))) {
      const found = (byCategory.get(path) ?? []).filter(
        (duty) =>
          duty.role === role &&
          duty.tiers.includes(tier) &&
          (duty.divisions === undefined || duty.divisions.some((division) => line.includes(division))),
      )
      if (found.length > 0) return found
    }
    return []
  }

  const byDuties: UnitFinder['byDuties'] = (chance, { division, category = '' }) => {
    const line = reference.ancestorsOf(division)
    const ofTier = (tier: string) => line.find((code) => reference.divisions.get(code)?.tier === tier)
    const unitsAt = (place: string | undefined, tier: Duty['tiers'][number], role: Duty['role']) =>
      place === undefined
        ? []
        : speaking(line, category, tier, role)
            .map((duty) => `${place}.${duty.department}`)
            .filter((unit) => reference.units.has(unit))
    const [township, county, city] = [ofTier('township'), ofTier('county'), ofTier('city')]
    const [near] = unitsAt(township, 'township', 'lead')
    const far = county === undefined ? unitsAt(city, 'city', 'lead') : unitsAt(county, 'county', 'lead')
    const leadUnit =
      (near !== undefined && chance.of(townshipTakes) ? near : far[0]) ?? `${county ?? city ?? ''}.hotlineOffice`
    const helpers = unitsAt(county ?? city, county === undefined ? 'city' : 'county', 'assist').filter(
      (unit) => unit !== leadUnit,
    )
    return { leadUnit, assistUnits: helpers.length > 0 && chance.of(helpIsAsked) ? [chance.pick(helpers)] : [] }
  }

  return {
    byDuties,
    ofDepartment: ({ division }, department, tier) => {
      const line = reference.ancestorsOf(division)
      const unit = `${line.find((code) => reference.divisions.get(code)?.tier === tier) ?? ''}.${department}`
      return reference.units.has(unit) ? unit : undefined
    },
  }
}

/** First the unit a template names, or whoever the catalogue names; then, should that one give it back, another. */
export function drawUnits(
  chance: Chance,
  finder: UnitFinder,
  matter: Matter,
  template?: Pick<AppealTemplate, 'department' | 'tier'>,
): { readonly units: Units; readonly otherUnits: Units } {
  const drawn = finder.byDuties(chance, matter)
  const named = template && finder.ofDepartment(matter, template.department, template.tier)
  const units = named === undefined ? drawn : { leadUnit: named, assistUnits: without(drawn.assistUnits, named) }
  const other =
    drawn.leadUnit === units.leadUnit
      ? finder.ofDepartment(matter, 'hotlineOffice', units.leadUnit.endsWith('.government') ? 'county' : 'city')
      : drawn.leadUnit
  return { units, otherUnits: { leadUnit: other ?? units.leadUnit, assistUnits: [] } }
}

function without(units: readonly string[], unit: string): readonly string[] {
  return units.filter((each) => each !== unit)
}
