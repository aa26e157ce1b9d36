import { expect, test } from 'vitest'
import { mayConnect } from './cross-origin.ts'

const host = '127.0.0.1:4100'

test.each([
  ['no browser', undefined, host, true],
  ['the station', 'app://centre', host, true],
  ['a page of this hub by address', 'http://127.0.0.1:4100', host, true],
  ['a page of this hub by its own name', 'https://hub.yiyang.example', 'hub.yiyang.example', true],
  ['a page of another port', 'http://127.0.0.1:8080', host, false],
  ['a page of a stranger', 'https://evil.example', host, false],
  ['a foreign name that points here', 'http://evil.example:4100', 'evil.example:4100', false],
  ['a name that begins like the station', 'app://centre.evil', host, false],
  ['a sandboxed frame', 'null', host, false],
  ['nonsense', 'not an origin', host, false],
])('%s may open a socket: %s at %s is %s', (_who, origin, asked, may) => {
  expect(mayConnect(origin, asked, ['hub.yiyang.example'])).toBe(may)
})
