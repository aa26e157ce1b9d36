import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { outlinesPlugin } from './scripts/map/outlines-plugin.ts'

// The oldest runtime one build must run in: Electron 33 (Chromium 130, Node 20.18).
const oldestChrome = 'chrome130'
const oldestNode = 'node20.18'

export default defineConfig({
  main: {
    build: {
      target: oldestNode,
      outDir: 'out/main',
      lib: { entry: 'main/index.ts', formats: ['es'], fileName: () => '[name].js' },
      // zod comes with the bundle, so that the packaged app needs no node_modules beside it.
      externalizeDeps: false,
      rolldownOptions: { external: ['electron', /^node:/] },
    },
  },
  preload: {
    build: {
      target: oldestNode,
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload must be one CommonJS file.
      rolldownOptions: {
        input: { index: 'preload/index.ts' },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    // Relative, so that one build works under app:// and under the hub's `/`.
    base: './',
    plugins: [react(), outlinesPlugin()],
    build: {
      target: oldestChrome,
      outDir: 'out/renderer',
      minify: true,
      // An asset written into the code as data: would not pass the font rule of the content security policy.
      assetsInlineLimit: 0,
      // The preload polyfill is an inline script in some versions, and every runtime we build for has the real thing.
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: 'renderer/index.html', resident: 'renderer/resident.html' } },
    },
  },
})
