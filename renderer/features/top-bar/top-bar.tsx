import { useQuery } from '@tanstack/react-query'
import { hubInfoQuery } from '../../hub/hub-info-query.ts'
import { useSession } from '../../hub/session.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { KeyCap } from '../../shared/ui/key-cap.tsx'
import { Logo } from '../../shared/ui/logo.tsx'
import { DeskClock } from './desk-clock.tsx'
import { SeatMenu } from './seat-menu.tsx'
import './top-bar.css'

export interface TopBarProps {
  readonly searching: boolean
  readonly onSearch: () => void
  readonly onKeys: () => void
}

/** Whose desk this is, the field to find a case, the time, and the seat with its settings. */
export function TopBar({ searching, onSearch, onKeys }: TopBarProps) {
  const { t } = useText()
  const session = useSession()
  const { data: hub } = useQuery(hubInfoQuery())
  const user = session.phase === 'signedIn' ? session.user : null
  const place = hub?.centre.fullName ?? hub?.centre.name ?? user?.centre.name
  return (
    <header className="top-bar">
      <div className="top-bar-brand">
        <Logo />
        <b>{t('common.productShort')}</b>
        <h1 className="cut">{place === undefined ? t('desk.title') : t('desk.centre', { place })}</h1>
      </div>
      <button
        type="button"
        className={searching ? 'top-bar-search is-on' : 'top-bar-search'}
        aria-haspopup="dialog"
        aria-expanded={searching}
        onClick={onSearch}
      >
        <Icon name="search" />
        <span className="cut">{t('desk.search.open')}</span>
        <KeyCap>/</KeyCap>
      </button>
      <div className="top-bar-end">
        <DeskClock />
        {user !== null && <SeatMenu user={user} onKeys={onKeys} />}
      </div>
    </header>
  )
}
