import i18next, { type TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'
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

let present: Text | undefined

/**
 * The texts of the chosen language; a component that uses it redraws when the language changes. All share one object: a list draws
 * hundreds of these in a frame.
 */
export function useText(): Text {
  return useSyncExternalStore(subscribe, presentText)
}

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener)
  return () => {
    i18next.off('languageChanged', listener)
  }
}

function presentText(): Text {
  const language: Language = i18next.language === 'en' ? 'en' : 'zh-CN'
  if (present?.language !== language) {
    const t = i18next.getFixedT(language)
    const remaining = { day: t('common.remaining.day'), over: t('common.remaining.over') }
    present = { t, language, moment: createMomentFormat(momentWordsOf(language)), remaining }
  }
  return present
}
