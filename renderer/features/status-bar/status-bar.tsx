import { dataTime, type LinkState } from '../../hub/link-state.ts'
import { useCommands, useLinkState } from '../../hub/station.tsx'
import { isSingle, type KeyCommand } from '../../shared/keys/key-command.ts'
import { KeyChord } from '../../shared/keys/key-chord.tsx'
import { useKeyHoldings, useKeyRefusal } from '../../shared/keys/use-keys.ts'
import { useSettings } from '../../shared/settings/settings.ts'
import { useText } from '../../shared/text/use-text.ts'
import { hubClock } from '../../shared/time/hub-clock.ts'
import { DataAge } from '../../shared/ui/data-age.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import './status-bar.css'

const mostHints = 7

export interface StatusBarProps {
  readonly onKeys: () => void
  readonly onWaiting: () => void
}

/** How this desk stands with its hub, how old its data is, what waits, and the keys of this screen. */
export function StatusBar({ onKeys, onWaiting }: StatusBarProps) {
  const { t } = useText()
  const link = useLinkState()
  const { queued } = useCommands()
  const refusal = useKeyRefusal()
  const { singleKeys } = useSettings()
  const hints = hintsOf(
    useKeyHoldings().flatMap(({ commands }) => commands),
    singleKeys,
  )
  return (
    <footer className="status-bar" aria-label={t('desk.status.label')}>
      <OwnHub link={link} />
      {queued.length > 0 && (
        <button type="button" onClick={onWaiting}>
          <Icon name="hourglass" />
          <b>{t('desk.waiting.count', { count: queued.length })}</b>
          <KeyChord chord="Alt+S" />
        </button>
      )}
      <span className="status-bar-refusal" role="status">
        {refusal !== null && (
          <>
            <Icon name="barred" size={14} />
            <span className="cut">{t('desk.status.refused', { what: refusal.label, reason: refusal.reason })}</span>
          </>
        )}
      </span>
      {hints.map(({ id, label, key }) =>
        id === 'station.keys' ? (
          <button key={id} type="button" onClick={onKeys}>
            <KeyChord chord={key} />
            {label}
          </button>
        ) : (
          <span key={id} className="status-bar-hint">
            <KeyChord chord={key} />
            {label}
          </span>
        ),
      )}
    </footer>
  )
}

function OwnHub({ link }: { link: LinkState }) {
  const { t, moment } = useText()
  const offset = hubClock.offset() ?? 0
  const heard = dataTime(link)
  if (link.phase === 'live')
    return (
      <span>
        <Icon name="link" />
        <b>{t('desk.status.connected')}</b>
        {t('desk.status.data')}
        <DataAge at={link.heardAt + offset} />
      </span>
    )
  if (link.phase === 'ended')
    return (
      <span>
        <Icon name="barred" />
        <b>{t('desk.status.closed')}</b>
      </span>
    )
  return (
    <span>
      <Icon name={link.phase === 'lost' ? 'cut' : 'waiting'} />
      <b>{link.phase === 'lost' ? t('desk.status.lost') : t('desk.status.connecting')}</b>
      {link.phase === 'lost' && t('desk.status.lostSince', { moment: moment.clock(link.since + offset) })}
      {link.phase === 'lost' && heard === null && t('desk.status.noData')}
    </span>
  )
}

/** The keys of this screen in their order, each by the first of its keys that acts. */
function hintsOf(commands: readonly KeyCommand[], singles: boolean) {
  return commands
    .flatMap(({ id, label, keys, hint }) => {
      const key = keys.find((each) => singles || !isSingle(each))
      return hint === undefined || key === undefined ? [] : [{ id, label, key, hint }]
    })
    .toSorted((a, b) => a.hint - b.hint)
    .slice(0, mostHints)
}
