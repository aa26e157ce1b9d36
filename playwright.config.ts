import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const chromium = process.env['FENGQIAO_CHROMIUM'] ?? candidates.find((file) => existsSync(file))
const isRoot = process.getuid?.() === 0

/** Stories on the built output. A file named `*electron*.spec.ts` drives Electron; every other one a browser. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: '.cache/playwright/results',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? '.cache/playwright/report.json' }],
  ],
  use: { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', screenshot: 'only-on-failure', trace: 'retain-on-failure' },
  projects: [
    {
      name: 'browser',
      testIgnore: '**/*electron*.spec.ts',
      use: {
        viewport: { width: 1920, height: 1080 },
        launchOptions: {
          ...(chromium === undefined ? {} : { executablePath: chromium }),
          chromiumSandbox: !isRoot,
          args: [
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--no-first-run',
            '--disable-quic',
            // The map is drawn with WebGL; a test machine has no graphics card.
            '--use-gl=angle',
            '--use-angle=swiftshader',
            '--enable-unsafe-swiftshader',
          ],
        },
      },
    },
    { name: 'electron', testMatch: '**/*electron*.spec.ts' },
  ],
})
