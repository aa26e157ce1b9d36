/** Made by scripts/map/outlines-plugin.ts when the program is built; read it through outlines.ts, which knows its type. */
declare module 'virtual:outlines' {
  export const outlines: unknown
}
