import { powerSaveBlocker } from 'electron'
import type { WindowKind } from '../preload/station-api.ts'

/** Keeps the display awake while a wall is open. On a Linux without a power service this has no effect; the system's own setting must do it. */
export function openWallPower() {
  let blocker: number | undefined
  return {
    opened(kind: WindowKind): void {
      if (kind === 'wall') blocker ??= powerSaveBlocker.start('prevent-display-sleep')
    },
    closed(kind: WindowKind): void {
      if (kind !== 'wall' || blocker === undefined) return
      powerSaveBlocker.stop(blocker)
      blocker = undefined
    },
  }
}
