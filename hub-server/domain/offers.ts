/** What a person may do with a case now, and why not the rest: one computation for buttons, rows and answers. */
import { commandTypes, type CommandType } from '../contract/command.ts'
import type { Refusal } from '../contract/refusal.ts'
import type { CaseFile } from './case-file.ts'
import type { Circumstances } from './circumstances.ts'
import { hindrance } from './decide.ts'

export interface Offers {
  readonly allowed: readonly CommandType[]
  readonly refused: readonly { readonly type: CommandType; readonly refusal: Refusal }[]
}

export function offersOf(file: CaseFile, circumstances: Circumstances): Offers {
  const allowed: CommandType[] = []
  const refused: { type: CommandType; refusal: Refusal }[] = []
  for (const type of commandTypes) {
    const refusal = hindrance(file, type, circumstances)
    if (refusal === undefined) allowed.push(type)
    else refused.push({ type, refusal })
  }
  return { allowed, refused }
}

/** Only what may be done: for rows, where refusals are not shown. */
export function allowedOf(file: CaseFile, circumstances: Circumstances): readonly CommandType[] {
  return commandTypes.filter((type) => hindrance(file, type, circumstances) === undefined)
}
