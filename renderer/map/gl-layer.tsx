import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import type { Camera, Size } from './camera.ts'
import type { AreaFill } from './county-area.ts'
import type { GlEvents, GlMap, GlView } from './gl-map.ts'
import { readPalette } from './map-palette.ts'
import { outlines } from './outlines.ts'

/** `opening` until the engine has painted; `lost` when it cannot paint, for as long as it cannot. */
export type GlState = 'opening' | 'drawn' | 'lost'

interface GlLayerProps {
  box: Size
  camera: Camera
  fills: readonly AreaFill[]
  theme: 'dark' | 'light'
  pixelRatio: number
  onState: (state: GlState) => void
}

/** Where the map engine paints. The engine is loaded when the layer is first shown, not with the first screen. */
export function GlLayer({ box, camera, fills, theme, pixelRatio, onState }: GlLayerProps): ReactNode {
  const container = useRef<HTMLDivElement>(null)
  const engine = useRef<GlMap>(null)
  // The tokens stand in the cascade, so they are read when the theme's attribute is in the document.
  const viewIn = useEffectEvent((element: Element): GlView => ({
    camera,
    box,
    pixelRatio,
    fills,
    palette: readPalette(element),
  }))
  const report = useEffectEvent(onState)

  useEffect(() => {
    const element = container.current
    if (element === null) return undefined
    let closed = false
    const events: GlEvents = { drawn: () => report('drawn'), lost: () => report('lost') }
    void openWhenLoaded(element, () => (closed ? null : viewIn(element)), events).then((map) => {
      // An opening that was given up may end after the one that followed it.
      if (!closed) engine.current = map
    })
    return () => {
      closed = true
      engine.current?.remove()
      engine.current = null
    }
  }, [])

  useEffect(() => {
    if (container.current !== null) engine.current?.show(viewIn(container.current))
  }, [box, camera, fills, theme, pixelRatio])

  return <div className="county-map-gl" aria-hidden="true" ref={container} />
}

/** Null when the layer was closed meanwhile, or there can be no engine: then `lost` has been told. */
async function openWhenLoaded(
  element: HTMLElement,
  viewIfOpen: () => GlView | null,
  events: GlEvents,
): Promise<GlMap | null> {
  try {
    const { openGlMap } = await import('./gl-map.ts')
    const view = viewIfOpen()
    return view === null ? null : openGlMap(element, outlines, view, events)
  } catch {
    // No WebGL here, or the engine's file did not come: the outlines drawn below the engine stay.
    if (viewIfOpen() !== null) events.lost()
    return null
  }
}
