/** What the sentences of both languages are made of. */
import type { InputReason } from '../contract/bad-fields.ts'
import type { CommandType } from '../contract/command.ts'
import type { Refusal, RefusalCode } from '../contract/refusal.ts'
import type { CaseStateName, Role } from '../contract/vocabulary.ts'

export type Facts = NonNullable<Refusal['facts']>
/** A sentence with `{fact}` in it, or made from the facts. */
export type Sentence = string | ((facts: Facts) => string)

/** Reasons of bad fields that the hub gives beside those of the schemas. */
export type FieldReason =
  | InputReason
  | 'input.notJson'
  | 'contentType.unknown'
  | 'header.required'
  | 'idempotencyKey.form'
  | 'decline.rightWayNeeded'
  | 'followUp.nobodyAsked'
  | 'return.toNeedsApproval'
  | 'unit.unknown'
  | 'unit.leadsAlready'
  | 'unit.namedTwice'
  | 'division.unknown'
  | 'division.outside'
  | 'grid.unknown'
  | 'grid.elsewhere'
  | 'category.unknown'
  | 'time.future'
  | 'file.tooLarge'
  | 'file.damaged'
  | 'file.notText'
  | 'file.encoding'
  | 'line.encoding'
  | 'line.tooLong'
  | 'line.key'
  | 'csv.quote'
  | 'csv.columns'
  | 'csv.cells'
  | 'csv.twice'
  | 'map.form'
  | 'map.unknownField'
  | 'map.twice'
  | 'time.form'
  | 'cursor.unknown'
  | 'reveal.unknownField'
  | 'board.notOffered'
  | 'user.exists'
  | 'user.unknown'
  | 'key.exists'
  | 'key.unknown'
  | 'password.common'

export interface ProblemWords {
  readonly titles: Record<RefusalCode, string>
  readonly details: Record<RefusalCode, Sentence>
  readonly reasons: Record<FieldReason, Sentence>
  /** What a schema asks of a form, by the words the schema itself says it with. */
  readonly forms: Readonly<Record<string, string>>
  readonly otherForm: string
  readonly types: Readonly<Record<string, string>>
  readonly commands: Record<CommandType, string>
  readonly states: Record<CaseStateName, string>
  readonly roles: Record<Role, string>
}
