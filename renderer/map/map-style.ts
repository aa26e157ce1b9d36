import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl'
import type { MapPalette } from './map-palette.ts'
import type { OutlineSet } from './outline-set.ts'

export const areaSource = 'areas'
export const hatchImageName = 'stale'
export const layers = { ground: 'ground', fill: 'area-fill', stale: 'area-stale', border: 'border' }

/** MapLibre wants whole numbers as feature ids: the six digits of the county in its division code. */
export function featureIdOf(code: string): number {
  return Number(code.slice(0, 6))
}

/** The fill by the area's class, which is feature state. */
export function fillColour({ classes }: MapPalette): ExpressionSpecification {
  const state: ExpressionSpecification = ['coalesce', ['feature-state', 'fillClass'], 0]
  return ['match', state, 1, classes[1], 2, classes[2], 3, classes[3], 4, classes[4], classes[0]]
}

/**
 * The whole style: no glyphs, no sprite, no tiles, nothing from any network. What changes (class, stale) is feature state;
 * the geometry is handed over once. Words and pins are HTML above the map.
 */
export function mapStyle(outlines: OutlineSet, palette: MapPalette): StyleSpecification {
  const whenStale: ExpressionSpecification = ['case', ['boolean', ['feature-state', 'stale'], false], 1, 0]
  return {
    version: 8,
    sources: {
      [areaSource]: { type: 'geojson', tolerance: 0, data: areaCollection(outlines) },
      borders: { type: 'geojson', tolerance: 0, data: borderCollection(outlines) },
    },
    layers: [
      { id: layers.ground, type: 'background', paint: { 'background-color': palette.ground } },
      { id: layers.fill, type: 'fill', source: areaSource, paint: { 'fill-color': fillColour(palette) } },
      {
        id: layers.stale,
        type: 'fill',
        source: areaSource,
        paint: { 'fill-pattern': hatchImageName, 'fill-opacity': whenStale },
      },
      {
        id: layers.border,
        type: 'line',
        source: 'borders',
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': palette.border, 'line-width': 2 },
      },
    ],
    transition: { duration: 0, delay: 0 },
  }
}

function areaCollection({ areas }: OutlineSet) {
  return collection(areas, ({ code, ring }) => ({
    type: 'Feature' as const,
    id: featureIdOf(code),
    properties: {},
    geometry: { type: 'Polygon' as const, coordinates: [ring.map(([lng, lat]) => [lng, lat])] },
  }))
}

function borderCollection({ borders }: OutlineSet) {
  return collection(borders, ({ kind, line }) => ({
    type: 'Feature' as const,
    properties: { kind },
    geometry: { type: 'LineString' as const, coordinates: line.map(([lng, lat]) => [lng, lat]) },
  }))
}

function collection<Item, Feature>(items: readonly Item[], featureOf: (item: Item) => Feature) {
  return { type: 'FeatureCollection' as const, features: items.map(featureOf) }
}
