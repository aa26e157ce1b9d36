import type { CaseRow } from '../../../hub-server/contract/board.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { openStates } from '../../../hub-server/contract/vocabulary.ts'
import { useText } from '../../shared/text/use-text.ts'
import { CodeText } from '../../shared/ui/code-text.tsx'

/** One matter in two lines: how it stands and what it is; its code, who has it, and when it is due. */
export function PastCase({ row, now }: { row: CaseRow; now: number }) {
  const { t, moment } = useText()
  const open = openStates.has(row.state)
  const next = row.clocks[0]
  const due = next === undefined ? null : msOf(next.dueAt)
  return (
    <li>
      <p className="register-past-title">
        {open ? <b>{t('register.past.open')}</b> : <i>{t(`labels.state.${row.state}`)}</i>}
        <span className="cut" title={row.title}>
          {row.title}
        </span>
      </p>
      <p className="note">
        <CodeText code={row.caseCode} />
        {open && ` · ${t(`labels.state.${row.state}`)}`}
        {` · ${row.leadUnit?.name ?? t('register.past.noUnit')}`}
      </p>
      <p className="note">
        {open && due !== null
          ? t(due < now ? 'register.past.wasDueAt' : 'register.past.dueAt', { moment: moment.short(due, now) })
          : moment.short(msOf(row.registeredAt), now)}
      </p>
    </li>
  )
}
