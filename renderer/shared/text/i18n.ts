import i18next from 'i18next'
import type { Language } from './language.ts'
import { texts } from './zh-cn/texts.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof texts }
    returnNull: false
  }
}

/** Readies the texts before the first drawing. Chinese is at hand at once, English comes when it is chosen. */
export async function startTexts(language: Language): Promise<void> {
  await i18next.init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: texts } },
    // React escapes what it draws.
    interpolation: { escapeValue: false },
  })
  await changeLanguage(language)
}

/** Changes every visible text without a reload and says so to screen readers through `lang`. */
export async function changeLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { texts: english } = await import('./en/texts.ts')
    i18next.addResourceBundle('en', 'translation', english)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
