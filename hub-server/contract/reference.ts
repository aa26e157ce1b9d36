import { z } from 'zod'

/*
 * Reference data of a centre: the documents under `resources/reference` and what the hub serves of them.
 * A document that parses is whole: every code is well formed and unique, and whatever it points to inside itself exists.
 * Whether one document agrees with another (a unit's division, a duty's category) is for the loader, which holds them all.
 */

/** The four tiers of the 综治中心, highest first (rules.md 1.1). */
export const tierSchema = z.enum(['city', 'county', 'township', 'village'])
export type Tier = z.infer<typeof tierSchema>

/** Statistical division code: 6 digits to the county, 3 township, 3 village (rules.md 2.2). */
export const divisionCodeSchema = z.string().regex(/^\d{12}$/, 'a division code has 12 digits')

/** Grid code: village (12), kind (0 general, 1 dedicated), number within the village (3) (rules.md 2.2). */
export const gridCodeSchema = z.string().regex(/^\d{12}[01]\d{3}$/, 'a grid code has 16 digits, the 13th is 0 or 1')

/** Identifier of a department, the same word in every division: `housing`, `cityManagement`. */
export const departmentSchema = z.string().regex(/^[a-z][A-Za-z]*$/, 'a department is a camelCase word')

/** Unit code: `<division code>.<department>`. */
export const unitCodeSchema = z
  .string()
  .regex(/^\d{12}\.[a-z][A-Za-z]*$/, 'a unit code is 12 digits, a dot, a department')

/** Category path: one to three names of the taxonomy joined by `/`. */
export const categoryPathSchema = z.string().regex(/^[^/]+(\/[^/]+){0,2}$/, 'a category path has one to three names')
export type CategoryPath = z.infer<typeof categoryPathSchema>

const versionSchema = z.string().min(1)
const nameSchema = z.string().min(1)
const noteSchema = z.string().min(1)

/** Kind of a division: the type column of the national statistical list. `label` keeps its Chinese word. */
export const divisionKindSchema = z.enum([
  'prefectureCity',
  'district',
  'county',
  'countyCity',
  'managementArea',
  'subdistrict',
  'town',
  'ruralTownship',
  'ethnicTownship',
  'zone',
  'residentsCommittee',
  'villagersCommittee',
  'quasiVillage',
])
export type DivisionKind = z.infer<typeof divisionKindSchema>

export const divisionSchema = z.strictObject({
  code: divisionCodeSchema,
  name: nameSchema,
  /** As officers say it on the phone: 大通湖, 桃花江, 菱角岔村. Not unique. */
  shortName: nameSchema,
  tier: tierSchema,
  /** Null for the city only. */
  parent: divisionCodeSchema.nullable(),
  kind: divisionKindSchema,
  label: nameSchema,
})
export type Division = z.infer<typeof divisionSchema>

const tierOrder = tierSchema.options

/** `version` is the `codeVersion` stored beside every division and grid code: codes change from year to year. */
export const divisionsDocumentSchema = z
  .strictObject({ version: versionSchema, source: z.string().min(1), items: z.array(divisionSchema).min(1) })
  .superRefine((document, context) => {
    const byCode = new Map(document.items.map((item) => [item.code, item]))
    refuseRepeats(document.items, (item) => item.code, context)
    for (const [index, item] of document.items.entries()) {
      const refuse = refuser(context, ['items', index, 'parent'])
      if (item.parent === null) {
        if (item.tier !== 'city') refuse(`division ${item.code} of tier ${item.tier} has no parent`)
        continue
      }
      const parent = byCode.get(item.parent)
      if (parent === undefined)
        refuse(`division ${item.code} names the parent ${item.parent}, which is not in the list`)
      else if (tierOrder.indexOf(parent.tier) !== tierOrder.indexOf(item.tier) - 1)
        refuse(`division ${item.code} of tier ${item.tier} stands under ${parent.code} of tier ${parent.tier}`)
    }
  })
export type DivisionsDocument = z.infer<typeof divisionsDocumentSchema>

/** A grid of its own for a school, park, hospital or firm is `dedicated` (rules.md 1.1). */
const gridKindSchema = z.enum(['general', 'dedicated'])
export type GridKind = z.infer<typeof gridKindSchema>

export const gridSchema = z.strictObject({
  code: gridCodeSchema,
  name: nameSchema,
  village: divisionCodeSchema,
  kind: gridKindSchema,
})
export type Grid = z.infer<typeof gridSchema>

/** One line of `grids.csv` (header `code,name,kind`); the village is the first 12 digits of the code. */
export const gridRowSchema = gridSchema
  .omit({ village: true })
  .transform((row) => ({ ...row, village: row.code.slice(0, 12) }))

export const gridsDocumentSchema = z
  .strictObject({ version: versionSchema, items: z.array(gridSchema).min(1) })
  .superRefine((document, context) => {
    refuseRepeats(document.items, (item) => item.code, context)
    for (const [index, item] of document.items.entries()) {
      const refuse = refuser(context, ['items', index, 'code'])
      if (!item.code.startsWith(item.village)) refuse(`grid ${item.code} does not lie in its village ${item.village}`)
      if ((item.code[12] === '1') !== (item.kind === 'dedicated'))
        refuse(`grid ${item.code} is marked ${item.kind}, its 13th digit says otherwise`)
      if (item.code.endsWith('000')) refuse(`grid ${item.code} has the number 000; numbers begin with 001`)
    }
  })
export type GridsDocument = z.infer<typeof gridsDocumentSchema>

/** A department's name without its place, for lists and for English readers. */
export const departmentLabelSchema = z.strictObject({ id: departmentSchema, zh: nameSchema, en: nameSchema })
export type DepartmentLabel = z.infer<typeof departmentLabelSchema>

const localPhoneSchema = z.string().regex(/^0\d{2,3}-\d{7,8}$/, 'an office phone is area code, hyphen, number')

export const unitSchema = z.strictObject({
  code: unitCodeSchema,
  name: nameSchema,
  shortName: nameSchema,
  department: departmentSchema,
  division: divisionCodeSchema,
  tier: tierSchema,
  phone: localPhoneSchema.optional(),
  /** Answered outside office hours too. */
  dutyPhone: localPhoneSchema.optional(),
  /** Office hours of a working day, `08:30-12:00,14:30-17:30`; `00:00-24:00` for a unit on duty round the clock. */
  hours: z
    .string()
    .regex(/^\d{2}:\d{2}-\d{2}:\d{2}(,\d{2}:\d{2}-\d{2}:\d{2})*$/, 'hours are HH:MM-HH:MM, joined by commas')
    .optional(),
  /** Open cases the unit can carry at once before it counts as full. */
  capacity: z.int().positive(),
})
export type Unit = z.infer<typeof unitSchema>

export const unitsDocumentSchema = z
  .strictObject({
    version: versionSchema,
    note: noteSchema.optional(),
    departments: z.array(departmentLabelSchema).min(1),
    items: z.array(unitSchema).min(1),
  })
  .superRefine((document, context) => {
    const known = new Set(document.departments.map((department) => department.id))
    refuseRepeats(document.departments, (department) => department.id, context, 'departments')
    refuseRepeats(document.items, (item) => item.code, context)
    for (const [index, item] of document.items.entries()) {
      const refuse = refuser(context, ['items', index])
      if (!known.has(item.department)) refuse(`unit ${item.code} names the unknown department ${item.department}`)
      if (item.code !== `${item.division}.${item.department}`)
        refuse(`unit ${item.code} should be ${item.division}.${item.department}`)
    }
  })
export type UnitsDocument = z.infer<typeof unitsDocumentSchema>

export const dutySchema = z.strictObject({
  /** Chapter (level-1 category), section (level-2), number: `3.2.7`. What an officer quotes when he returns an order. */
  id: z.string().regex(/^\d+\.\d+\.\d+$/, 'a duty id is chapter.section.number'),
  department: departmentSchema,
  /** The longest path that fits a case speaks before shorter ones. */
  categories: z.array(categoryPathSchema).min(1),
  tiers: z.array(tierSchema).min(1),
  /** Only in these divisions and below; everywhere when absent. */
  divisions: z.array(divisionCodeSchema).min(1).optional(),
  role: z.enum(['lead', 'assist']),
  /** In words, for the officer: the duty holds only when this is so. */
  condition: z.string().min(1).optional(),
  basis: z.string().min(1),
})
export type Duty = z.infer<typeof dutySchema>

/** The duty catalogue (职责清单): who leads and who assists for which category at which tier. */
export const dutiesDocumentSchema = z
  .strictObject({ version: versionSchema, note: noteSchema.optional(), items: z.array(dutySchema).min(1) })
  .superRefine((document, context) => {
    refuseRepeats(document.items, (item) => item.id, context)
  })
export type DutiesDocument = z.infer<typeof dutiesDocumentSchema>

/** A name of the category taxonomy with the names below it; three levels at most. */
export interface Category {
  name: string
  children?: Category[] | undefined
}

const categoryNameSchema = z.string().regex(/^[^/]+$/, 'a category name holds no slash')
const categoryLeafSchema = z.strictObject({ name: categoryNameSchema })
const categoryBranchSchema = z.strictObject({
  name: categoryNameSchema,
  children: z.array(categoryLeafSchema).min(1).optional(),
})
export const categorySchema = z.strictObject({
  name: categoryNameSchema,
  children: z.array(categoryBranchSchema).min(1).optional(),
})

export const categoriesDocumentSchema = z
  .strictObject({ version: versionSchema, items: z.array(categorySchema).min(1) })
  .superRefine((document, context) => {
    refuseRepeats(categoryPathsOf(document.items), (path) => path, context)
  })
export type CategoriesDocument = z.infer<typeof categoriesDocumentSchema>

/** Every path of the tree, a parent before its children: `城乡建设`, `城乡建设/村镇建设`, `城乡建设/村镇建设/其他`. */
export function categoryPathsOf(categories: readonly Category[], above = ''): CategoryPath[] {
  return categories.flatMap((category) => {
    const path = above === '' ? category.name : `${above}/${category.name}`
    return [path, ...categoryPathsOf(category.children ?? [], path)]
  })
}

const codedNameSchema = z.strictObject({ code: z.string().regex(/^\d{2}$/, 'two digits'), name: nameSchema })
const disputeTypeSchema = z.strictObject({
  ...codedNameSchema.shape,
  children: z.array(z.strictObject({ code: z.string().regex(/^\d{4}$/, 'four digits'), name: nameSchema })),
})
export type DisputeType = z.infer<typeof disputeTypeSchema>

/** Two-level dispute types (rules.md 2.3 list B) with the event tables of 2.4 and the older lists, for exchange only. */
export const disputeTypesDocumentSchema = z
  .strictObject({
    version: versionSchema,
    items: z.array(disputeTypeSchema).min(1),
    eventScales: z.array(codedNameSchema).min(1),
    eventLevels: z.array(codedNameSchema).min(1),
    eventNatures: z.array(codedNameSchema).min(1),
    mediationTypes: z.array(codedNameSchema).min(1),
    legacyTypes: z.array(codedNameSchema).min(1),
  })
  .superRefine((document, context) => {
    refuseRepeats(document.items, (item) => item.code, context)
    for (const [index, item] of document.items.entries()) {
      refuseRepeats(item.children, (child) => child.code, context)
      for (const child of item.children)
        if (!child.code.startsWith(item.code))
          refuser(context, ['items', index])(`dispute type ${child.code} stands under ${item.code}`)
    }
  })
export type DisputeTypesDocument = z.infer<typeof disputeTypesDocumentSchema>

interface IssueTaker {
  addIssue(issue: { code: 'custom'; message: string; path: PropertyKey[] }): void
}

function refuser(context: IssueTaker, path: PropertyKey[]): (message: string) => void {
  return (message) => {
    context.addIssue({ code: 'custom', message, path })
  }
}

function refuseRepeats<T>(items: readonly T[], keyOf: (item: T) => string, context: IssueTaker, field = 'items'): void {
  const seen = new Set<string>()
  for (const [index, item] of items.entries()) {
    const key = keyOf(item)
    if (seen.has(key)) refuser(context, [field, index])(`${key} stands twice in the list`)
    seen.add(key)
  }
}
