import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RemainingWords } from '../time/format-remaining.ts'
import { createMomentFormat, type MomentFormat } from '../time/moment-format.ts'
import type { Language } from './language.ts'
import { momentWordsOf } from './moment-words.ts'

export interface Text {
  /** The text of a key such as `signIn.title`; the keys are typed. */
  t: TFunction
  language: Language
  /** Writes moments and ages in this language and the office's time. */
  moment: MomentFormat
  /** The words of countdowns. */
  remaining: RemainingWords
}

/** The texts of the chosen language; a component that uses it redraws when the language changes. */
export function useText(): Text {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN'
  return useMemo(
    () => ({
      t,
      language,
      moment: createMomentFormat(momentWordsOf(language)),
      remaining: { day: t('common.remaining.day'), over: t('common.remaining.over') },
    }),
    [t, language],
  )
}
