import { existsSync } from 'node:fs'

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The installed browser the stories are played in, or undefined. playwright.config.ts reads it from FENGQIAO_CHROMIUM. */
export const chromiumFile = () =>
  [process.env.FENGQIAO_CHROMIUM, ...candidates].find((file) => file && existsSync(file))
