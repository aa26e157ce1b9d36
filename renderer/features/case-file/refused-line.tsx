import { useState } from 'react'
import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { refusedHere } from './acts.ts'
import { notNowWords } from './not-now-words.ts'

/** Those one would look for here; the rest is a press away. */
const atFirst = 4

/** 暂不能: what cannot be done now, each with its reason in words. */
export function RefusedLine({ view }: { view: CaseView }) {
  const { t } = useText()
  const [all, setAll] = useState(false)
  const refused = refusedHere(view)
  if (refused.length === 0) return null
  const shown = all ? refused : refused.slice(0, atFirst)
  return (
    <ul className="action-bar-refused" aria-label={t('caseFile.bar.cannot')}>
      <li>{t('caseFile.bar.cannot')}</li>
      {shown.map((refusal) => (
        <li key={refusal.type} className="is-one" title={refusal.reason}>
          <Icon name="barred" size={14} />
          <b>{t(`labels.command.${refusal.type}`)}</b> {notNowWords(refusal, view.state, t)}
        </li>
      ))}
      {refused.length > atFirst && (
        <li>
          <Button look="link" onClick={() => setAll(!all)}>
            {all ? t('caseFile.bar.less') : t('caseFile.bar.more', { count: refused.length - atFirst })}
          </Button>
        </li>
      )}
    </ul>
  )
}
