import type { LngLat } from '../../renderer/map/outline-set.ts'

/** Krasovsky 1940: the ellipsoid on which the offset of GCJ-02 is defined. */
const semiMajorAxis = 6_378_245
const eccentricitySquared = 0.006_693_421_622_965_943

/**
 * Turns a point of the Chinese public datum GCJ-02 (degrees) into WGS-84 (degrees).
 *
 * GCJ-02 is only defined from WGS-84, so the point is looked for whose offset image is the given one. The offset changes
 * by less than a thousandth of the way, so each round gains three digits and four are exact to below a millimetre. Only for
 * points inside mainland China: outside it the datum has no offset.
 */
export function wgs84Of(gcj: LngLat): LngLat {
  let [lng, lat] = gcj
  for (let round = 0; round < 4; round += 1) {
    const image = gcj02Of([lng, lat])
    lng += gcj[0] - image[0]
    lat += gcj[1] - image[1]
  }
  return [lng, lat]
}

/** Turns a WGS-84 point of mainland China (degrees) into GCJ-02 (degrees). */
export function gcj02Of([lng, lat]: LngLat): LngLat {
  const x = lng - 105
  const y = lat - 35
  const east = metresEast(x, y)
  const north = metresNorth(x, y)
  const phi = (lat * Math.PI) / 180
  const w = 1 - eccentricitySquared * Math.sin(phi) ** 2
  const metresPerRadianNorth = (semiMajorAxis * (1 - eccentricitySquared)) / w ** 1.5
  const metresPerRadianEast = (semiMajorAxis / Math.sqrt(w)) * Math.cos(phi)
  return [lng + degrees(east / metresPerRadianEast), lat + degrees(north / metresPerRadianNorth)]
}

function metresEast(x: number, y: number): number {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  return base + waves(x, [20, 6], [20, 2]) + waves(x, [20, 1], [40, 1 / 3]) + waves(x, [150, 1 / 12], [300, 1 / 30])
}

function metresNorth(x: number, y: number): number {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  return base + waves(x, [20, 6], [20, 2]) + waves(y, [20, 1], [40, 1 / 3]) + waves(y, [160, 1 / 12], [320, 1 / 30])
}

type Wave = readonly [amplitude: number, halfTurns: number]

function waves(at: number, first: Wave, second: Wave): number {
  const wave = ([amplitude, halfTurns]: Wave): number => amplitude * Math.sin(at * halfTurns * Math.PI)
  return ((wave(first) + wave(second)) * 2) / 3
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI
}
