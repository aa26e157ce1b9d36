import { useMemo, useSyncExternalStore } from 'react'
import { stageSize, type StageSize } from './stage-size.ts'

/** The stage of this window; another size of the display makes another one. */
export function useStageSize(): StageSize {
  const width = useSyncExternalStore(onResize, () => window.innerWidth)
  const height = useSyncExternalStore(onResize, () => window.innerHeight)
  return useMemo(() => stageSize({ width, height }), [width, height])
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => {
    window.removeEventListener('resize', listener)
  }
}
