import { expect, test } from 'vitest'
import { gcj02Of, wgs84Of } from './gcj02.ts'

test('the centre of Beijing lies where the published conversion puts it', () => {
  const [lng, lat] = gcj02Of([116.404, 39.915])
  expect(lng).toBeCloseTo(116.410_244_499_169_38, 9)
  expect(lat).toBeCloseTo(39.916_404_281_501_64, 9)
})

test('the way back from GCJ-02 agrees with the published one-step value to two metres and undoes the offset exactly', () => {
  const [lng, lat] = wgs84Of([116.404, 39.915])
  expect(Math.abs(lng - 116.397_755_500_830_61)).toBeLessThan(2e-5)
  expect(Math.abs(lat - 39.913_595_718_498_36)).toBeLessThan(2e-5)
  const there = gcj02Of([lng, lat])
  expect(there[0]).toBeCloseTo(116.404, 10)
  expect(there[1]).toBeCloseTo(39.915, 10)
})

test('the offset in Yiyang is some 550 m to the east and 350 m to the south', () => {
  const [lng, lat] = gcj02Of([112.355, 28.554])
  expect((lng - 112.355) * 97_800).toBeGreaterThan(450)
  expect((lng - 112.355) * 97_800).toBeLessThan(650)
  expect((lat - 28.554) * 110_800).toBeLessThan(-250)
  expect((lat - 28.554) * 110_800).toBeGreaterThan(-450)
})
