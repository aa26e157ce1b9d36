import { expect, test } from 'vitest'
import { readHubAddress } from './hub-address.ts'

test.each([
  ['http://127.0.0.1:4180', 'http://127.0.0.1:4180'],
  [' http://127.0.0.1:4180/ ', 'http://127.0.0.1:4180'],
  ['127.0.0.1:4180', 'http://127.0.0.1:4180'],
  ['localhost:4180', 'http://localhost:4180'],
  ['[::1]:4180', 'http://[::1]:4180'],
  ['10.20.1.8:8443', 'https://10.20.1.8:8443'],
  ['Hub.Centre.Example', 'https://hub.centre.example'],
  ['https://hub.centre.example:443', 'https://hub.centre.example'],
  ['https://枢纽.example', 'https://xn--mtv572c.example'],
])('what a person types is read as an address: %s', (typed, url) => {
  expect(readHubAddress(typed)).toEqual({ ok: true, url })
})

test.each([
  'http://10.20.1.8:4180',
  'http://hub.centre.example',
  'http://127.0.0.1.evil.example',
  'http://localhost.evil.example',
  'http://0.0.0.0:4180',
])('without encryption a hub is reached on this machine only: %s', (typed) => {
  expect(readHubAddress(typed)).toEqual({ ok: false, code: 'hub.insecure' })
})

test.each([
  '',
  '   ',
  'hub centre',
  'http://',
  'ftp://hub.example',
  'file:///etc/passwd',
  'javascript://hub.example/%0aalert(1)',
  'https://user:word@hub.example',
  'https://hub.example/path',
  'https://hub.example/?a=1',
  'https://hub.example/#x',
  'https://hub.example:99999',
  `https://${'a'.repeat(400)}.example`,
])('what is not the address of a hub is refused: "%s"', (typed) => {
  expect(readHubAddress(typed)).toEqual({ ok: false, code: 'hub.notUrl' })
})
