import { useMemo, useState } from 'react'
import type { Placed } from './list-order.ts'

export interface ListFocus {
  /** −1 in an empty list. */
  readonly index: number
  readonly id: string | null
  readonly moveTo: (index: number) => void
}

/** The row that has the focus. It goes with its row; when the row leaves, the focus stays at the same place in the list. */
export function useListFocus(placed: readonly Placed[], first: string | null): ListFocus {
  const [kept, setKept] = useState<{ id: string | null; index: number }>({ id: first, index: 0 })
  const places = useMemo(() => new Map(placed.map(({ id }, index) => [id, index])), [placed])
  const own = kept.id === null ? undefined : places.get(kept.id)
  const index = own ?? Math.min(kept.index, placed.length - 1)
  const id = placed[index]?.id ?? null
  if (id !== null && (id !== kept.id || index !== kept.index)) setKept({ id, index })
  return {
    index,
    id,
    moveTo: (to) => {
      const target = Math.max(0, Math.min(to, placed.length - 1))
      setKept({ id: placed[target]?.id ?? null, index: target })
    },
  }
}
