import { useMemo, type ReactNode } from 'react'
import { areaAt, encloses } from './area-at.ts'
import { drawingScale, project, unproject, type Camera } from './camera.ts'
import type { CountyArea, MapPin } from './county-area.ts'
import { labelBoxes } from './label-boxes.ts'
import { placePins, type Placeable } from './pin-layout.ts'

/** A new case: one ring that runs once. */
export interface MapRipple {
  /** Another key runs another ring. */
  readonly key: string
  readonly lng: number
  readonly lat: number
}

interface PinLayerProps {
  areas: readonly CountyArea[]
  camera: Camera
  pins: readonly MapPin[]
  ripple?: MapRipple | undefined
  /** Whether the map carries words, which pins then keep clear of. */
  words: boolean
  /** The words count the red cases as well, which makes them wider. */
  withRed: boolean
}

/** Corner to corner at full scale. */
const fullSize = 46
/** A number in a smaller pin could not be read. */
const leastSize = 22

const shapes = {
  red: 'M0-23 23 0 0 23-23 0Z',
  yellow: 'M0-23 24 19H-24Z',
  blue: 'M0-22a22 22 0 1 0 0 44 22 22 0 1 0 0-44Z',
}

/** The numbered pins of single cases, each with the number the case carries in its lane. */
export function PinLayer({ areas, camera, pins, ripple, words, withRed }: PinLayerProps): ReactNode {
  const size = Math.max(leastSize, fullSize * drawingScale(camera))
  const places = useMemo(() => {
    const points = pins.map((pin) => placeable(pin, camera))
    return placePins(points, size, words ? labelBoxes(areas, camera, withRed) : [])
  }, [pins, camera, size, words, withRed, areas])
  return (
    <div className="county-map-pins" aria-hidden="true">
      {ripple !== undefined && <Ripple key={ripple.key} at={project(camera, [ripple.lng, ripple.lat])} size={size} />}
      {pins.map((pin) => {
        const [left, top] = places.get(pin.id) ?? [0, 0]
        return (
          <svg
            key={pin.id}
            className="county-map-pin"
            data-colour={pin.colour}
            data-stale={pin.stale ?? false}
            viewBox="-26 -26 52 52"
            style={{ left, top, width: (size * 52) / 46, height: (size * 52) / 46 }}
          >
            <path d={shapes[pin.colour]} />
            <text y={pin.colour === 'yellow' ? 13 : 9}>{pin.number}</text>
          </svg>
        )
      })}
    </div>
  )
}

function placeable(pin: MapPin, camera: Camera): Placeable {
  const [x, y] = project(camera, [pin.lng, pin.lat])
  const home = areaAt([pin.lng, pin.lat])
  if (home === undefined) return { id: pin.id, x, y }
  return { id: pin.id, x, y, isAtHome: (px, py) => encloses(home.ring, unproject(camera, px, py)) }
}

function Ripple({ at: [left, top], size }: { at: [x: number, y: number]; size: number }): ReactNode {
  return <span className="county-map-ripple" style={{ left, top, width: size, height: size }} />
}
