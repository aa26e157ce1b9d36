/** Rows of the boards this window follows. One place writes them; a flush a frame tells the readers, however many changes came. */
import type { z } from 'zod'
import {
  rowSchemas,
  type AlertRow,
  type AreaRow,
  type CaseRow,
  type NumbersRow,
} from '../../hub-server/contract/board.ts'
import type { Change } from '../../hub-server/contract/station.ts'

export interface BoardRows {
  cases: CaseRow
  alerts: AlertRow
  areas: AreaRow
  numbers: NumbersRow
}
export type FollowedBoardName = keyof BoardRows

export interface BoardStore {
  /** The rows as they stand; the map is a new one after each flush that changed it. */
  rows: <B extends FollowedBoardName>(board: B) => ReadonlyMap<string, BoardRows[B]>
  /** Takes changes of the hub; with `reset` what is not among them is gone. */
  take: (changes: readonly Change[], reset: boolean) => void
  subscribe: (listener: () => void) => () => void
  clear: () => void
}

/** `nextFrame` calls back once before the next drawing; a hidden window gets its frame late and loses nothing. */
export function createBoardStore(nextFrame: (flush: () => void) => void): BoardStore {
  const listeners = new Set<() => void>()
  let shown = emptyRows()
  let coming: ReturnType<typeof emptyRows> | undefined

  const flush = () => {
    if (coming === undefined) return
    shown = coming
    coming = undefined
    for (const listener of listeners) listener()
  }
  const open = () => {
    if (coming === undefined) {
      coming = { ...shown }
      nextFrame(flush)
    }
    return coming
  }

  return {
    rows: (board) => shown[board],
    take: (changes, reset) => {
      const next = open()
      for (const board of boards) {
        if (!reset && !changes.some((change) => change.board === board)) continue
        copy(next, board, reset)
      }
      for (const { board, id, row } of changes) if (isFollowed(board)) put(next, board, id, row)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear: () => {
      Object.assign(open(), emptyRows())
    },
  }
}

const boards = ['cases', 'alerts', 'areas', 'numbers'] as const

function emptyRows(): { [B in FollowedBoardName]: Map<string, BoardRows[B]> } {
  return { cases: new Map(), alerts: new Map(), areas: new Map(), numbers: new Map() }
}

type RowsByBoard = { [B in FollowedBoardName]: Map<string, BoardRows[B]> }

function copy(rows: RowsByBoard, board: FollowedBoardName, reset: boolean) {
  const mine: Map<string, unknown> = rows[board]
  Object.assign(rows, { [board]: reset ? new Map() : new Map(mine) })
}

/** A row that is no row of this version is left out rather than drawn wrong. */
function put(rows: RowsByBoard, board: FollowedBoardName, id: string, row: Change['row']) {
  const mine: Map<string, unknown> = rows[board]
  if (row === null) {
    mine.delete(id)
    return
  }
  const schema: z.ZodType = rowSchemas[board]
  const parsed = schema.safeParse(row)
  if (parsed.success) mine.set(id, parsed.data)
}

function isFollowed(board: string): board is FollowedBoardName {
  return board in rowSchemas
}
