/** Reference documents of the centre, each with its version, parsed once at start. A broken document is refused with every mistake named. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { workCalendarSchema, type WorkCalendar } from '../contract/calendar.ts'
import { ruleProfileSchema, type RuleProfile } from '../contract/profile.ts'
import { populationDocumentSchema, type PopulationDocument } from '../contract/population.ts'
import {
  categoriesDocumentSchema,
  categoryPathsOf,
  disputeTypesDocumentSchema,
  divisionsDocumentSchema,
  dutiesDocumentSchema,
  gridRowSchema,
  gridsDocumentSchema,
  unitsDocumentSchema,
  type CategoriesDocument,
  type DepartmentLabel,
  type DisputeTypesDocument,
  type Division,
  type DutiesDocument,
  type Grid,
  type Unit,
} from '../contract/reference.ts'

export interface Reference {
  readonly versions: Readonly<Record<string, string>>
  readonly profile: RuleProfile
  readonly calendar: WorkCalendar
  readonly divisions: ReadonlyMap<string, Division>
  readonly grids: ReadonlyMap<string, Grid>
  readonly units: ReadonlyMap<string, Unit>
  /** Departments' names without their place. */
  readonly departments: readonly DepartmentLabel[]
  readonly duties: DutiesDocument
  readonly categories: CategoriesDocument
  readonly categoryPaths: ReadonlySet<string>
  readonly disputeTypes: DisputeTypesDocument
  readonly population: PopulationDocument
  /** The division and all above it, nearest first; empty for an unknown code. */
  readonly ancestorsOf: (code: string) => readonly string[]
  readonly childrenOf: (code: string) => readonly Division[]
  /** Names from below the centre down to the division: `桃江 · 桃花江镇 · 花园洲`; the centre's own name for itself. */
  readonly placeOf: (code: string, centre: string) => string
}

const referenceFolder = join(import.meta.dirname, '../../resources/reference')

/** Reads every document of a folder. Throws one error that names the file and each mistake in it. */
export function loadReference(folder = referenceFolder): Reference {
  const divisionsDocument = readJson(folder, 'divisions.json', divisionsDocumentSchema)
  const grids = readGrids(folder, divisionsDocument.version)
  const units = readJson(folder, 'units.json', unitsDocumentSchema)
  const duties = readJson(folder, 'duties.json', dutiesDocumentSchema)
  const categories = readJson(folder, 'categories.json', categoriesDocumentSchema)
  const disputeTypes = readJson(folder, 'dispute-types.json', disputeTypesDocumentSchema)
  const profile = readJson(folder, 'profile.json', ruleProfileSchema)
  const calendar = readJson(folder, 'calendar.json', workCalendarSchema)
  const population = readJson(folder, 'population.json', populationDocumentSchema)
  return {
    versions: {
      divisions: divisionsDocument.version,
      grids: grids.version,
      units: units.version,
      duties: duties.version,
      categories: categories.version,
      disputeTypes: disputeTypes.version,
      profile: profile.version,
      calendar: calendar.version,
      population: population.version,
    },
    profile,
    calendar,
    grids: new Map(grids.items.map((grid) => [grid.code, grid])),
    units: new Map(units.items.map((unit) => [unit.code, unit])),
    departments: units.departments,
    duties,
    categories,
    categoryPaths: new Set(categoryPathsOf(categories.items)),
    disputeTypes,
    population,
    ...divisionTree(divisionsDocument.items),
  }
}

function divisionTree(items: readonly Division[]) {
  const divisions = new Map(items.map((division) => [division.code, division]))
  const children = Map.groupBy(items, (division) => division.parent)
  const ancestors = new Map<string, readonly string[]>()
  const ancestorsOf = (code: string): readonly string[] => {
    const known = ancestors.get(code)
    if (known !== undefined) return known
    const division = divisions.get(code)
    if (division === undefined) return []
    const line = [code, ...(division.parent === null ? [] : ancestorsOf(division.parent))]
    ancestors.set(code, line)
    return line
  }
  return {
    divisions,
    ancestorsOf,
    childrenOf: (code: string) => children.get(code) ?? [],
    placeOf: (code: string, centre: string): string => {
      const line = ancestorsOf(code)
      const below = line.slice(0, Math.max(line.indexOf(centre), 0))
      const named = below.length === 0 ? line.slice(0, 1) : below
      return named
        .map((each) => nameInPlace(divisions.get(each)))
        .reverse()
        .join(' · ')
    },
  }
}

/** Townships keep their kind (桃花江镇), for officers say it so; counties and villages go by their short names. */
function nameInPlace(division: Division | undefined): string {
  if (division === undefined) return ''
  return division.tier === 'township' ? division.name : division.shortName
}

/** Grids carry no version of their own: they are numbered within the villages of one edition of the divisions. */
function readGrids(folder: string, version: string) {
  const rows: unknown = parse(readFileSync(join(folder, 'grids.csv'), 'utf8'), {
    columns: true,
    skip_empty_lines: true,
  })
  return check('grids.csv', gridsDocumentSchema, { version, items: check('grids.csv', z.array(gridRowSchema), rows) })
}

function readJson<S extends z.ZodType>(folder: string, name: string, schema: S): z.infer<S> {
  const text = readFileSync(join(folder, name), 'utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Error(`${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
  return check(name, schema, value)
}

function check<S extends z.ZodType>(name: string, schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const mistakes = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`${name} has ${String(mistakes.length)} mistakes:\n  ${mistakes.join('\n  ')}`)
}
