/** The colours that the map engine must be handed as values; they are the tokens of the theme the element stands in. */
export interface MapPalette {
  readonly ground: string
  /** Fill by class: 0 not known, 1–4. */
  readonly classes: readonly [string, string, string, string, string]
  readonly border: string
  readonly staleGround: string
  readonly staleStripe: string
}

export function readPalette(element: Element): MapPalette {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  return {
    ground: token('--ground'),
    classes: [
      token('--ground'),
      token('--map-class-1'),
      token('--map-class-2'),
      token('--map-class-3'),
      token('--map-class-4'),
    ],
    border: token('--map-border'),
    staleGround: token('--map-stale-ground'),
    staleStripe: token('--map-stale-stripe'),
  }
}
