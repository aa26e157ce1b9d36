import { useEffect, useRef, useState } from 'react'
import type { SessionUser } from '../../../hub-server/contract/session.ts'
import { canChangeHub, chooseHubHash } from '../../hub/hub-address.ts'
import { signOut } from '../../hub/session.ts'
import { useKeys } from '../../shared/keys/use-keys.ts'
import { changeSettings, densities, useSettings } from '../../shared/settings/settings.ts'
import { SettingsSwitches } from '../../shared/settings/settings-switches.tsx'
import { useText } from '../../shared/text/use-text.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { Segmented } from '../../shared/ui/segmented.tsx'
import { RefusedNotice } from '../../shared/ui/state-notice.tsx'

/** Who sits here; opened, the settings of this machine and the ways out. */
export function SeatMenu({ user, onKeys }: { user: SessionUser; onKeys: () => void }) {
  const { t } = useText()
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return undefined
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && place.current?.contains(event.target) !== true) setOpen(false)
    }
    window.addEventListener('pointerdown', closeOutside)
    return () => {
      window.removeEventListener('pointerdown', closeOutside)
    }
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const role = user.roles[0]
  return (
    <div className="seat-menu" ref={place}>
      <button
        ref={button}
        type="button"
        className="seat-menu-button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open)
        }}
      >
        <Icon name="person" />
        <span>{[user.unit?.name, role && t(`labels.role.${role}`)].filter(Boolean).join(' ')}</span>
        <span>{surnameOf(user.name)}</span>
      </button>
      {open && <SeatPanel user={user} onClose={close} onKeys={onKeys} />}
    </div>
  )
}

function SeatPanel({ user, onClose, onKeys }: { user: SessionUser; onClose: () => void; onKeys: () => void }) {
  const { t } = useText()
  const changeable = useCanChangeHub()
  useKeys('layer', [{ id: 'seatMenu.close', keys: ['Escape'], label: t('common.close'), run: onClose }])
  return (
    <div className="seat-menu-panel" role="dialog" aria-label={t('desk.menu.label')}>
      <p>
        <b>{user.name}</b>
        <span className="note">{user.centre.name}</span>
      </p>
      <h2>{t('common.settings.title')}</h2>
      <SettingsSwitches />
      <DeskSwitches />
      <ul>
        <li>
          <button
            type="button"
            onClick={() => {
              onClose()
              onKeys()
            }}
          >
            {t('desk.menu.keys')}
          </button>
        </li>
        <li>
          <WallDoor />
        </li>
        {changeable && (
          <li>
            <a href={chooseHubHash}>{t('desk.menu.changeHub')}</a>
          </li>
        )}
        <li>
          <button type="button" onClick={() => void signOut()}>
            {t('common.signOut')}
          </button>
        </li>
      </ul>
    </div>
  )
}

function DeskSwitches() {
  const { t } = useText()
  const { density, singleKeys } = useSettings()
  return (
    <>
      <div className="settings-switches">
        <span aria-hidden="true">{t('desk.list.density')}</span>
        <Segmented
          size="small"
          label={t('desk.list.density')}
          value={density}
          options={densities.map((value) => ({ value, label: t(`desk.list.densities.${value}`) }))}
          onChange={(value) => {
            changeSettings({ density: value })
          }}
        />
      </div>
      <div className="settings-switches">
        <span aria-hidden="true">{t('desk.menu.singleKeys')}</span>
        <Segmented
          size="small"
          label={t('desk.menu.singleKeys')}
          value={singleKeys ? 'on' : 'off'}
          options={[
            { value: 'on', label: t('desk.menu.singleKeysOn') },
            { value: 'off', label: t('desk.menu.singleKeysOff') },
          ]}
          onChange={(value) => {
            changeSettings({ singleKeys: value === 'on' })
          }}
        />
      </div>
    </>
  )
}

/** In the app the wall opens on the other display; in a browser in a page of its own, which as its child is signed in like this one. */
function WallDoor() {
  const { t } = useText()
  const [failed, setFailed] = useState(false)
  const { station } = window
  if (station === undefined)
    return (
      <a href="#/wall" target="_blank" rel="opener">
        {t('desk.menu.wall')}
      </a>
    )
  return (
    <>
      <button
        type="button"
        onClick={() => {
          void station.openWall().then((answer) => {
            setFailed(!answer.ok)
          })
        }}
      >
        {t('desk.menu.wall')}
      </button>
      {failed && <RefusedNotice reason={t('desk.menu.wallFailed')} />}
    </>
  )
}

function useCanChangeHub(): boolean {
  const [can, setCan] = useState(false)
  useEffect(() => {
    let live = true
    void canChangeHub().then((answer) => {
      if (live) setCan(answer)
    })
    return () => {
      live = false
    }
  }, [])
  return can
}

/** On the open screen of a hall the surname is enough. */
function surnameOf(name: string): string {
  const [first = ''] = name
  return `${first}*`
}
