/** A rectangle of the map that is taken, in px. */
export interface TakenBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Something to place. */
export interface Placeable {
  readonly id: string
  readonly x: number
  readonly y: number
  /** Whether a point still lies in the area the pin belongs to; absent where the area has no outline. */
  readonly isAtHome?: ((x: number, y: number) => boolean) | undefined
}

/** How far from its point a pin may stand, in half pin sizes across and down. */
const reach = 4
/** What a flaw of a place costs, in pin sizes of distance. A number nobody can read is worst. */
const cost = { hidden: 8, abroad: 3, overWords: 6 }

type Place = readonly [x: number, y: number]

/**
 * Finds places at which diamond pins do not hide one another, stay in their own area and keep clear of the words of the
 * map, each as near to its point as that allows. Earlier pins have the better right. The same pins always get the same
 * places.
 * @param size a pin from corner to corner, px
 */
export function placePins(
  pins: readonly Placeable[],
  size: number,
  taken: readonly TakenBox[],
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const pin of pins) {
    const others = [...places.values()]
    let best: Place = [pin.x, pin.y]
    let least = Infinity
    for (const place of placesAround(pin, size)) {
      const price = priceOf(pin, place, size, others, taken)
      if (price < least) [best, least] = [place, price]
    }
    places.set(pin.id, best)
  }
  return places
}

/** The point itself and the places around it that diamonds fill without a gap. */
function placesAround({ x, y }: Placeable, size: number): Place[] {
  const steps = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach)
  return steps.flatMap((right) =>
    steps
      .filter((down) => (right + down) % 2 === 0)
      .map((down): Place => [x + (right * size) / 2, y + (down * size) / 2]),
  )
}

function priceOf(
  pin: Placeable,
  [x, y]: Place,
  size: number,
  others: readonly Place[],
  taken: readonly TakenBox[],
): number {
  const hidden = others.reduce((sum, other) => sum + overlap(other, [x, y], size), 0)
  const words = taken.reduce((sum, box) => sum + depthIn(box, [x, y], size), 0)
  const abroad = pin.isAtHome?.(x, y) === false
  return (
    Math.hypot(x - pin.x, y - pin.y) / size + hidden * cost.hidden + words * cost.overWords + (abroad ? cost.abroad : 0)
  )
}

/** 0 when two diamonds at most touch, 1 when one lies on the other. */
function overlap([ox, oy]: Place, [x, y]: Place, size: number): number {
  const gap = (Math.abs(ox - x) + Math.abs(oy - y)) / size
  return gap > 0.99 ? 0 : 1 - gap
}

/** 0 when a diamond at most touches a box, 1 when it is in it up to its middle, more further in. */
function depthIn(box: TakenBox, [x, y]: Place, size: number): number {
  const across = Math.max(box.left - x, x - box.right)
  const down = Math.max(box.top - y, y - box.bottom)
  const away = across < 0 && down < 0 ? Math.max(across, down) : Math.max(0, across) + Math.max(0, down)
  return Math.max(0, 1 - (2 * away) / size)
}
