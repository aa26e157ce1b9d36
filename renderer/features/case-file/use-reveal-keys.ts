import { useEffect, useState } from 'react'
import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import { useKeys } from '../../shared/keys/use-keys.ts'
import { useText } from '../../shared/text/use-text.ts'
import { personFields } from './person-fields.ts'
import type { Reveal } from './use-reveal.ts'

/** After `V` a digit is waited for so long, ms. */
const waitMs = 3000

/** `V` and a digit ask for the field of that line; Esc or a few seconds end the waiting for the digit. */
export function useRevealKeys(view: CaseView, reveal: Reveal): void {
  const { t } = useText()
  const [awaits, setAwaits] = useState(false)
  useEffect(() => {
    if (!awaits) return undefined
    const timer = setTimeout(() => setAwaits(false), waitMs)
    return () => clearTimeout(timer)
  }, [awaits])
  const fields = personFields(view).map((person, index) => ({ ...person, digit: String(index + 1) }))
  const open = fields.filter(({ field }) => view.revealable.includes(field))
  const labelOf = (label: (typeof fields)[number]['label']) =>
    `${t('caseFile.reveal.show')} ${t(`caseFile.field.${label}`)}`
  useKeys(
    'case',
    [{ id: 'case.reveal', keys: ['V'], label: t('caseFile.section.people'), run: () => setAwaits(true) }],
    open.length > 0,
  )
  useKeys(
    'case',
    [
      ...open.map(({ field, label, digit }) => ({
        id: `case.reveal.${label}`,
        keys: [digit] as const,
        label: labelOf(label),
        run: () => {
          setAwaits(false)
          reveal.ask(field)
        },
      })),
      { id: 'case.reveal.not', keys: ['Escape'], label: t('common.cancel'), run: () => setAwaits(false) },
    ],
    awaits,
  )
}
