import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { borderWidth, drawingScale, mapLibreView, type Camera, type Size } from './camera.ts'
import type { AreaFill } from './county-area.ts'
import { hatchImage } from './hatch.ts'
import type { MapPalette } from './map-palette.ts'
import { areaSource, featureIdOf, fillColour, hatchImageName, layers, mapStyle } from './map-style.ts'
import type { OutlineSet } from './outline-set.ts'

/** What the map engine is told to show. */
export interface GlView {
  readonly camera: Camera
  readonly box: Size
  readonly pixelRatio: number
  readonly palette: MapPalette
  readonly fills: readonly AreaFill[]
}

/** The one map engine of a window. */
export interface GlMap {
  /** Shows another view; only what differs from the last one is done. */
  show: (view: GlView) => void
  remove: () => void
}

export interface GlEvents {
  /** The first complete picture is on the screen, or the picture is back after the graphics device was lost. */
  drawn: () => void
  /** There is no picture: the graphics device was lost, or the engine reports that it cannot go on. */
  lost: () => void
}

// From the app's own origin: the content security policy lets no other worker start.
setWorkerUrl(workerUrl)

/**
 * Opens the map engine in an element.
 * @throws Error when the browser has no WebGL 2
 */
export function openGlMap(container: HTMLElement, outlines: OutlineSet, view: GlView, events: GlEvents): GlMap {
  const map = new MapLibreMap({
    container,
    style: mapStyle(outlines, view.palette),
    ...mapLibreView(view.camera, view.box),
    pixelRatio: view.pixelRatio,
    interactive: false,
    attributionControl: false,
    trackResize: false,
    renderWorldCopies: false,
    fadeDuration: 0,
  })
  let shown: GlView | null = null
  let wanted = view

  function apply(): void {
    if (shown === null || hatchDiffers(shown, wanted)) putHatch(map, wanted)
    if (shown !== null && paletteDiffers(shown, wanted)) recolour(map, wanted.palette)
    map.setPaintProperty(layers.border, 'line-width', borderWidth(drawingScale(wanted.camera)))
    for (const fill of changedFills(shown?.fills ?? [], wanted.fills)) {
      map.setFeatureState(
        { source: areaSource, id: featureIdOf(fill.code) },
        { fillClass: fill.fillClass, stale: fill.stale },
      )
    }
    shown = wanted
  }

  // Also after a lost graphics device came back: the style is then built anew and knows no state.
  map.on('style.load', () => {
    shown = null
    apply()
  })
  map.once('idle', events.drawn)
  map.on('error', events.lost)
  map.on('webglcontextlost', events.lost)
  map.on('webglcontextrestored', () => map.once('idle', events.drawn))

  return {
    show: (next) => {
      moveTo(map, wanted, next)
      wanted = next
      if (shown !== null) apply()
    },
    remove: () => map.remove(),
  }
}

function moveTo(map: MapLibreMap, from: GlView, to: GlView): void {
  if (from.pixelRatio !== to.pixelRatio) map.setPixelRatio(to.pixelRatio)
  if (from.box !== to.box) map.resize()
  if (from.camera === to.camera && from.box === to.box) return
  map.jumpTo(mapLibreView(to.camera, to.box))
}

function recolour(map: MapLibreMap, palette: MapPalette): void {
  map.setPaintProperty(layers.ground, 'background-color', palette.ground)
  map.setPaintProperty(layers.fill, 'fill-color', fillColour(palette))
  map.setPaintProperty(layers.border, 'line-color', palette.border)
}

/** MapLibre stretches patterns between whole zooms: the picture is handed over smaller by as much, and finer. */
function putHatch(map: MapLibreMap, view: GlView): void {
  const stretch = patternStretch(view)
  const image = hatchImage(view.palette.staleGround, view.palette.staleStripe, view.pixelRatio)
  if (image === null) return
  if (map.hasImage(hatchImageName)) map.removeImage(hatchImageName)
  map.addImage(hatchImageName, image, { pixelRatio: view.pixelRatio * stretch })
}

function hatchDiffers(a: GlView, b: GlView): boolean {
  return paletteDiffers(a, b) || a.pixelRatio !== b.pixelRatio || patternStretch(a) !== patternStretch(b)
}

function paletteDiffers(a: GlView, b: GlView): boolean {
  return Object.values(a.palette).join() !== Object.values(b.palette).join()
}

function patternStretch({ camera, box }: GlView): number {
  const { zoom } = mapLibreView(camera, box)
  return 2 ** (zoom - Math.floor(zoom))
}

function changedFills(before: readonly AreaFill[], after: readonly AreaFill[]): AreaFill[] {
  const old = new Map(before.map((fill) => [fill.code, fill]))
  return after.filter((fill) => {
    const last = old.get(fill.code)
    return last?.fillClass !== fill.fillClass || last.stale !== fill.stale
  })
}
