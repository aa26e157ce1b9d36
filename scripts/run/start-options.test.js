import { expect, test } from 'vitest'
import { hubArguments, readStartOptions } from './start-options.js'

test('a plain start asks for nothing', () => {
  expect(readStartOptions([])).toEqual({ headless: false, help: false })
})

test('options are read in both spellings', () => {
  expect(
    readStartOptions(['--headless', '--port', '5000', '--data=here', '--feed', 'a.jsonl', '--speed=3600']),
  ).toEqual({
    headless: true,
    help: false,
    port: 5000,
    data: 'here',
    feed: 'a.jsonl',
    speed: 3600,
  })
})

test.each([
  [['--prot', '1'], '--prot: unknown option'],
  [['serve'], 'serve: unknown option'],
  [['--headless=yes'], '--headless=yes: unknown option'],
  [['--port'], '--port: a value is missing'],
  [['--data', '--headless'], '--data: a value is missing'],
  [['--port', '70000'], '--port: expected a number from 0 to 65535, got "70000"'],
  [['--port', '1e3'], '--port: expected a number from 0 to 65535, got "1e3"'],
  [['--speed', '5'], '--speed: only together with --feed'],
  [['--feed', 'a', '--speed', 'fast'], '--speed: expected a number above 0, got "fast"'],
])('%j is refused with the option and the reason', (args, problem) => {
  expect(readStartOptions(args).problem).toContain(problem)
})

test('the hub is started with demonstration data, and with the feed only when there is one', () => {
  const plain = ['serve', '--demo', '--centre', '430900000000', '--port', '4900', '--data', '/d', '--log-level', 'warn']
  expect(hubArguments({ port: 4900, data: '/d' })).toEqual(plain)
  expect(hubArguments({ port: 4900, data: '/d', feed: '/f.csv', speed: 60 })).toEqual([
    ...plain,
    ...['--feed', '/f.csv', '--speed', '60'],
  ])
})
