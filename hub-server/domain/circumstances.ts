/** Everything a decision may know about the world beside the case and the order. Handed in, never fetched. */
import type { CommandOf, CommandType } from '../contract/command.ts'
import type { CaseEvent } from '../contract/event.ts'
import type { Instant } from '../contract/instant.ts'
import type { RuleProfile } from '../contract/profile.ts'
import type { Unit } from '../contract/reference.ts'
import type { Answer, Refusal } from '../contract/refusal.ts'
import type { Principal } from './access.ts'
import type { CaseFile } from './case-file.ts'
import type { CalendarIndex } from './work-calendar.ts'

/** The rules in force at this centre. */
export interface Rules {
  readonly profile: RuleProfile
  readonly calendar: CalendarIndex
  readonly units: ReadonlyMap<string, Unit>
  /** Edition of the division and grid codes. */
  readonly codeVersion: string
  /** Division code of the centre whose hub decides. */
  readonly centre: string
}

export interface Circumstances {
  readonly now: Instant
  readonly who: Principal
  readonly rules: Rules
}

/** A command's own rule. `guard` needs no payload, so that it can also say beforehand whether a button works. */
export interface Rule<T extends CommandType> {
  readonly guard?: (file: CaseFile, circumstances: Circumstances) => Refusal | undefined
  readonly decide: (
    file: CaseFile,
    payload: CommandOf<T>['payload'],
    circumstances: Circumstances,
  ) => Answer<readonly CaseEvent[]>
}
