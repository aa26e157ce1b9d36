/** A board row addressed to one person: with what he may do now. */
import type { CaseRow } from '../contract/board.ts'
import type { Principal } from '../domain/access.ts'
import type { CaseFile } from '../domain/case-file.ts'
import { allowedOf } from '../domain/offers.ts'
import type { BoardRecord } from '../store/cases.ts'
import { fileOf } from '../store/cases.ts'
import type { Hub } from './hub.ts'
import { boardRowOf, type UnaddressedRow } from './project.ts'

export function rowFor(hub: Hub, who: Principal, file: CaseFile): CaseRow {
  return addressed(hub, who, file, boardRowOf(file, hub.reference, hub.centre.code))
}

export function recordFor(hub: Hub, who: Principal, record: BoardRecord): CaseRow {
  return addressed(hub, who, fileOf(record), rowOf(record))
}

export function rowOf(record: Pick<BoardRecord, 'board_row'>): UnaddressedRow {
  return JSON.parse(record.board_row) as UnaddressedRow
}

export function addressed(hub: Hub, who: Principal, file: CaseFile, row: UnaddressedRow): CaseRow {
  return { ...row, allowed: [...allowedOf(file, { now: hub.now(), who, rules: hub.rules })] }
}
