import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeLanguage, startTexts } from '../text/i18n.ts'
import { startSettings } from './settings.ts'
import { SettingsSwitches } from './settings-switches.tsx'

beforeEach(async () => {
  localStorage.clear()
  await startTexts(startSettings().language)
})

afterEach(async () => {
  cleanup()
  await changeLanguage('zh-CN')
})

test('language, theme and text size change at once and are kept', async () => {
  render(<SettingsSwitches />)
  fireEvent.click(screen.getByLabelText('深色'))
  fireEvent.click(screen.getByLabelText('特大'))
  fireEvent.click(screen.getByLabelText('English'))
  await waitFor(() => {
    expect(screen.getByLabelText<HTMLInputElement>('Dark').checked).toBe(true)
  })
  const { lang, dataset } = document.documentElement
  expect([lang, dataset['theme'], dataset['textSize']]).toEqual(['en', 'dark', 'extraLarge'])
  expect(startSettings()).toMatchObject({ theme: 'dark', language: 'en', textSize: 'extraLarge' })
})

test('settings that another program spoiled fall back to the defaults', () => {
  localStorage.setItem('fengqiao.settings', '{"theme":"neon","language":7')
  const defaults = { theme: 'light', language: 'zh-CN', textSize: 'standard', density: 'standard', singleKeys: true }
  expect(startSettings()).toEqual(defaults)
  localStorage.setItem('fengqiao.settings', '{"theme":"neon","language":"en","singleKeys":"no","density":9}')
  expect(startSettings()).toEqual({ ...defaults, language: 'en' })
})
