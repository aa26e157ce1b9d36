import { expect, test } from 'vitest'
import { mayHave, mayLoad } from './guards.ts'

const own = ['app://centre/', 'app://centre/index.html']

test.each([
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'hid',
  'serial',
  'usb',
  'fullscreen',
  'unknown',
  '',
])('even our own page does not get %s', (permission) => {
  expect(mayHave(permission, own)).toBe(false)
})

test('our own page may reach the hub in the office network, and no other page may', () => {
  for (const permission of ['local-network-access', 'local-network', 'loopback-network']) {
    expect(mayHave(permission, own)).toBe(true)
    expect(mayHave(permission, ['app://centre/', 'https://evil.example/'])).toBe(false)
    expect(mayHave(permission, ['app://centre.evil/'])).toBe(false)
  }
})

test.each([
  'app://centre/assets/a.js',
  'https://hub.example:8443/api/v1/session',
  'wss://hub.example:8443/socket.io/?transport=websocket',
  'data:image/png;base64,AA==',
  'blob:app://centre/0b0f3c1e',
])('a page loads %s', (address) => {
  expect(mayLoad(address, 'https://hub.example:8443')).toBe(true)
})

test.each([
  'http://hub.example:8443/',
  'ws://hub.example:8443/',
  'https://hub.example/',
  'https://hub.example:8443.evil.example/',
  'https://evil.example/',
  'blob:https://evil.example/0b0f3c1e',
  'file:///etc/passwd',
  'ftp://hub.example:8443/',
  'app://other/',
  'not an address',
])('a page does not load %s', (address) => {
  expect(mayLoad(address, 'https://hub.example:8443')).toBe(false)
})

test('before a hub is chosen there is no network', () => {
  expect(mayLoad('http://127.0.0.1:4180/', null)).toBe(false)
})
