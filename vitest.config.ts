import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { outlinesPlugin } from './scripts/map/outlines-plugin.ts'

/** Unit tests stand beside their file; whole stories over real hubs in test/. Playwright owns test/e2e. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    // A test that takes longer than this waits for something that does not come.
    testTimeout: 20_000,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{hub-server,main,preload,scripts}/**/*.test.{ts,js}'],
        },
      },
      {
        plugins: [react(), outlinesPlugin()],
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['renderer/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'stories',
          environment: 'node',
          include: ['test/{scenarios,simulation,support}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'structure',
          environment: 'node',
          include: ['test/structure/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
