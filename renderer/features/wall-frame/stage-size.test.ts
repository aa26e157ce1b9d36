import { expect, test } from 'vitest'
import { stageSize } from './stage-size.ts'

test('a wall is 1080 units high and as wide as its display makes it', () => {
  expect(stageSize({ width: 1920, height: 1080 })).toEqual({ width: 1920, height: 1080, zoom: 1, layout: 'standard' })
  expect(stageSize({ width: 3840, height: 2160 })).toEqual({ width: 1920, height: 1080, zoom: 2, layout: 'standard' })
  expect(stageSize({ width: 7680, height: 2160 })).toEqual({ width: 3840, height: 1080, zoom: 2, layout: 'ultraWide' })
})

test('no display makes the stage larger than itself, so that nothing has to be scrolled', () => {
  for (const [width, height] of [
    [5120, 1440],
    [2560, 1080],
    [1400, 1000],
    [1366, 768],
    [1080, 1920],
  ] as const) {
    const stage = stageSize({ width, height })
    expect(stage.width * stage.zoom).toBeLessThanOrEqual(width + 0.001)
    expect(stage.height * stage.zoom).toBeLessThanOrEqual(height + 0.001)
    expect(stage.width).toBeGreaterThanOrEqual(1920)
    expect(stage.height).toBeGreaterThanOrEqual(1080)
  }
})
