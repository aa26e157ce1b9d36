import { useSyncExternalStore } from 'react'
import { changeLanguage } from '../text/i18n.ts'
import { isLanguage, type Language } from '../text/language.ts'

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const textSizes = ['standard', 'large', 'extraLarge'] as const
export type TextSize = (typeof textSizes)[number]
export const densities = ['standard', 'compact'] as const
export type Density = (typeof densities)[number]

/** How this machine shows things. Nothing here belongs to a person or a case. */
export interface Settings {
  theme: Theme
  language: Language
  textSize: TextSize
  /** Height of the rows of a list. */
  density: Density
  /** Single letters, digits and marks act as keys. Off for those whose hand or speech makes them by accident (WCAG 2.1.4). */
  singleKeys: boolean
}

const storageKey = 'fengqiao.settings'
const defaults: Settings = {
  theme: 'light',
  language: 'zh-CN',
  textSize: 'standard',
  density: 'standard',
  singleKeys: true,
}
const listeners = new Set<() => void>()
let current = defaults

/** Reads what was kept and puts it on the page. Called once before the first drawing; another window's change is taken over. */
export function startSettings(): Settings {
  take(kept())
  window.addEventListener('storage', (event) => {
    if (event.key !== storageKey) return
    take(kept())
    void changeLanguage(current.language)
  })
  return current
}

/** Changes settings of this machine at once, without a reload. */
export function changeSettings(change: Partial<Settings>): void {
  take({ ...current, ...change })
  keep(current)
  if (change.language !== undefined) void changeLanguage(change.language)
}

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, () => current)
}

/** The present settings outside a component. */
export function currentSettings(): Settings {
  return current
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function take(settings: Settings) {
  current = settings
  const { dataset } = document.documentElement
  dataset['theme'] = settings.theme
  dataset['textSize'] = settings.textSize
  for (const listener of listeners) listener()
}

function kept(): Settings {
  const stored = storedFields()
  return {
    theme: themes.find((theme) => theme === stored['theme']) ?? defaults.theme,
    language: isLanguage(stored['language']) ? stored['language'] : defaults.language,
    textSize: textSizes.find((size) => size === stored['textSize']) ?? defaults.textSize,
    density: densities.find((density) => density === stored['density']) ?? defaults.density,
    singleKeys: typeof stored['singleKeys'] === 'boolean' ? stored['singleKeys'] : defaults.singleKeys,
  }
}

// A browser may forbid storage, and anyone may have written there: then the defaults serve.
function storedFields(): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  } catch {
    return {}
  }
}

function keep(settings: Settings) {
  try {
    localStorage.setItem(storageKey, JSON.stringify(settings))
  } catch {
    // The choice then holds until the window closes.
  }
}
