import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStationSetting } from './station-setting.ts'

let profile: string
let file: string

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'fengqiao-setting-'))
  file = join(profile, 'station.json')
})

afterEach(() => {
  chmodSync(profile, 0o700)
  rmSync(profile, { recursive: true, force: true })
})

test('a new station has no hub and nothing to tell', () => {
  const setting = openStationSetting(file)
  expect(setting.hubUrl()).toBeNull()
  expect(setting.notices()).toEqual([])
  expect(existsSync(file)).toBe(false)
})

test('the chosen hub is there again after a restart, and no half-written file is left', () => {
  openStationSetting(file).keepHubUrl('https://hub.example')
  openStationSetting(file).keepHubUrl('https://other.example')
  expect(openStationSetting(file).hubUrl()).toBe('https://other.example')
  expect(readdirSync(profile)).toEqual(['station.json'])
})

test.each([
  ['half a file', '{"version":1,"hubUrl":"https://hub'],
  ['an empty file', ''],
  ['a newer version', '{"version":2,"hubUrl":"https://hub.example"}'],
  ['an extra field', '{"version":1,"hubUrl":null,"token":"x"}'],
  ['an address nobody may use', '{"version":1,"hubUrl":"http://hub.example"}'],
  ['an address with a path', '{"version":1,"hubUrl":"https://hub.example/x"}'],
  ['a list', '[]'],
])('%s is put aside, kept, and told', (_what, content) => {
  writeFileSync(file, content)
  const setting = openStationSetting(file)
  expect(setting.hubUrl()).toBeNull()
  expect(setting.notices()).toEqual(['settingRebuilt'])
  expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe(content)

  setting.keepHubUrl('https://hub.example')
  expect(setting.notices()).toEqual([])
  expect(openStationSetting(file).hubUrl()).toBe('https://hub.example')
})

test('where the profile cannot be written the choice holds until the next start, and the station says so', () => {
  const setting = openStationSetting(join(profile, 'no such folder', 'station.json'))
  setting.keepHubUrl('https://hub.example')
  expect(setting.hubUrl()).toBe('https://hub.example')
  expect(setting.notices()).toEqual(['settingNotWritten'])
})
