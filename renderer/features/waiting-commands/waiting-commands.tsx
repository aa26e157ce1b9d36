import { useBoard, useCommands } from '../../hub/station.tsx'
import { useKeys } from '../../shared/keys/use-keys.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { CodeText } from '../../shared/ui/code-text.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { EmptyNotice } from '../../shared/ui/state-notice.tsx'
import './waiting-commands.css'

export interface WaitingCommandsProps {
  readonly onOpen: (caseId: string) => void
  readonly onClose: () => void
}

const columns = ['number', 'time', 'case', 'command', 'id', 'state'] as const

/** Every command that was given and not yet decided by the hub, in the order in which they will be sent. */
export function WaitingCommands({ onOpen, onClose }: WaitingCommandsProps) {
  const { t } = useText()
  const { queued } = useCommands()
  useKeys('case', [{ id: 'waiting.close', keys: ['Escape'], label: t('common.close'), run: onClose }])
  return (
    <section className="waiting-commands" aria-labelledby="waiting-commands-title">
      <header>
        <h2 id="waiting-commands-title">{t('desk.waiting.title')}</h2>
        <b>{queued.length}</b>
        <Button keyCap="Esc" onClick={onClose}>
          {t('common.close')}
        </Button>
      </header>
      <p className="note">{t('desk.waiting.note')}</p>
      {queued.length === 0 ? (
        <EmptyNotice>{t('desk.waiting.none')}</EmptyNotice>
      ) : (
        <CommandTable queued={queued} onOpen={onOpen} />
      )}
    </section>
  )
}

function CommandTable({
  queued,
  onOpen,
}: {
  queued: ReturnType<typeof useCommands>['queued']
  onOpen: (caseId: string) => void
}) {
  const { t, moment } = useText()
  const rows = useBoard('cases')
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`desk.waiting.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {queued.map(({ id, caseId, type, givenAt, state }, index) => {
          const code = rows.get(caseId)?.caseCode
          return (
            <tr key={id}>
              <td>{index + 1}</td>
              <td>{moment.clock(givenAt)}</td>
              <td>
                <button
                  type="button"
                  onClick={() => {
                    onOpen(caseId)
                  }}
                >
                  {code === undefined ? t('desk.waiting.unknownCase') : <CodeText code={code} />}
                </button>
              </td>
              <td>{t(`labels.command.${type}`)}</td>
              <td>{id.slice(-4)}</td>
              <td>
                <span>
                  <Icon name="hourglass" />
                  {t(`desk.waiting.${state}`)}
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
