import type { Plugin } from 'vite'
import { readOutlines } from './read-outlines.ts'

const name = 'virtual:outlines'

/** Vite plugin: `import { outlines } from 'virtual:outlines'` is the schematic map of the city, made at build time. */
export function outlinesPlugin(): Plugin {
  return {
    name: 'outlines',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) =>
      id === `\0${name}`
        ? `export const outlines = JSON.parse(${JSON.stringify(JSON.stringify(readOutlines()))})`
        : undefined,
  }
}
