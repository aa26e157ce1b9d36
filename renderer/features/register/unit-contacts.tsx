import { useQuery } from '@tanstack/react-query'
import type { Unit } from '../../../hub-server/contract/reference.ts'
import { unitsQuery } from '../../hub/reference-queries.ts'
import { useText } from '../../shared/text/use-text.ts'
import { useDraft, type RegisterDraft } from './draft.ts'

const mostShown = 5

/** Whom to ring: the chosen units, then those of the place's township. */
export function UnitContacts() {
  const { t } = useText()
  const draft = useDraft()
  const { data: units } = useQuery(unitsQuery())
  const shown = units === undefined ? [] : contactsOf(units, draft)
  return (
    <section className="register-section" aria-label={t('register.contacts.title')}>
      <div className="register-section-head">
        <h2>{t('register.contacts.title')}</h2>
      </div>
      {shown.length === 0 && <p className="note">{t('register.contacts.none')}</p>}
      <ul className="register-contacts">
        {shown.map((unit) => (
          <Contact key={unit.code} unit={unit} />
        ))}
      </ul>
    </section>
  )
}

function Contact({ unit }: { unit: Unit }) {
  const { t } = useText()
  const { name, phone, dutyPhone, hours } = unit
  const open = hours === '00:00-24:00' ? t('register.contacts.allDay') : hours?.replaceAll(',', ' · ')
  return (
    <li>
      <p className="cut">{name}</p>
      <p className="note">
        {phone !== undefined && (
          <span>
            {t('register.contacts.phone')} <b>{phone}</b>
          </span>
        )}
        {dutyPhone !== undefined && (
          <span>
            {t('register.contacts.duty')} <b>{dutyPhone}</b>
          </span>
        )}
        {open !== undefined && (
          <span>
            {t('register.contacts.hours')} {open}
          </span>
        )}
      </p>
    </li>
  )
}

function contactsOf(
  units: ReadonlyMap<string, Unit>,
  { leadUnit, assistUnits, place }: RegisterDraft,
): readonly Unit[] {
  const chosen = [...(leadUnit === null ? [] : [leadUnit]), ...assistUnits].flatMap((code) => units.get(code) ?? [])
  const near = place === null ? [] : unitsNear([...units.values()], place)
  return [...new Set([...chosen, ...near])].slice(0, mostShown)
}

/** The units of the township of a place; of its county or city where the place is no smaller. */
function unitsNear(units: readonly Unit[], place: string): readonly Unit[] {
  const township = `${place.slice(0, 9)}000`
  return units.filter(({ division }) => division === township)
}
