import { expect, test } from 'vitest'
import { drawingScale, fitCamera, mapLibreView, project, unproject } from './camera.ts'
import { outlineBounds } from './outlines.ts'

const wallStage = { width: 1232, height: 832 }
const [west, south, east, north] = outlineBounds

test('on the wall the outline is as large as in the design: 1,044 wide, to the right of its stage', () => {
  const camera = fitCamera(outlineBounds, wallStage, 4, 'end')
  const [left] = project(camera, [west, north])
  const [right] = project(camera, [east, south])
  expect(right - left).toBeGreaterThan(1030)
  expect(right - left).toBeLessThan(1055)
  expect(right).toBeCloseTo(1228, 6)
  expect(drawingScale(camera)).toBeGreaterThan(0.98)
})

test('whatever the box, the whole outline lies inside it with its padding', () => {
  for (const box of [wallStage, { width: 400, height: 900 }, { width: 2000, height: 300 }]) {
    const camera = fitCamera(outlineBounds, box, 10, 'centre')
    const [left, top] = project(camera, [west, north])
    const [right, bottom] = project(camera, [east, south])
    expect(left).toBeGreaterThanOrEqual(9.999)
    expect(top).toBeGreaterThanOrEqual(9.999)
    expect(right).toBeLessThanOrEqual(box.width - 9.999)
    expect(bottom).toBeLessThanOrEqual(box.height - 9.999)
  }
})

test('the way back from a place in the box gives the point again', () => {
  const camera = fitCamera(outlineBounds, wallStage, 4, 'centre')
  const [lng, lat] = unproject(camera, ...project(camera, [112.355, 28.554]))
  expect(lng).toBeCloseTo(112.355, 9)
  expect(lat).toBeCloseTo(28.554, 9)
})

test('MapLibre is given the point in the middle of the box and the zoom of the same scale', () => {
  const camera = fitCamera(outlineBounds, wallStage, 4, 'end')
  const { center, zoom } = mapLibreView(camera, wallStage)
  const [x, y] = project(camera, center)
  expect(x).toBeCloseTo(616, 6)
  expect(y).toBeCloseTo(416, 6)
  // A degree of longitude takes 512 × 2^zoom / 360 px.
  const [oneDegreeOn] = project(camera, [center[0] + 1, center[1]])
  expect(oneDegreeOn - x).toBeCloseTo((512 * 2 ** zoom) / 360, 6)
})
