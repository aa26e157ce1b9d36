import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import type { Unit } from '../../../hub-server/contract/reference.ts'
import { unitsQuery } from '../../hub/reference-queries.ts'
import { useBoard } from '../../hub/station.tsx'
import { useSettings } from '../../shared/settings/settings.ts'
import { useText } from '../../shared/text/use-text.ts'
import './case-side.css'
import { MapBoundary } from './map-boundary.tsx'
import { Section } from './section.tsx'

const CountyMap = lazy(async () => ({ default: (await import('../../map/county-map.tsx')).CountyMap }))

/** Beside the matter: who works on it and how to reach them, and where it is. */
export function CaseSide({ view }: { view: CaseView }) {
  const { t } = useText()
  return (
    <div className="case-side">
      <Section title={t('caseFile.section.unit')}>
        <LeadUnit view={view} />
      </Section>
      <Section title={t('caseFile.section.place')} note={view.place}>
        <Place view={view} />
      </Section>
    </div>
  )
}

function LeadUnit({ view }: { view: CaseView }) {
  const { t } = useText()
  const { data: units, isError } = useQuery(unitsQuery())
  const { leadUnit, assistUnits } = view
  if (leadUnit === null) return <p className="note">{t('caseFile.unit.notDecided')}</p>
  const unit = units?.get(leadUnit.code)
  return (
    <>
      <p className="is-lead">{leadUnit.name}</p>
      {unit !== undefined && <UnitLines unit={unit} />}
      {isError && <p className="note">{t('caseFile.unit.notKnown')}</p>}
      {assistUnits.length > 0 && (
        <dl>
          <dt>{t('caseFile.unit.assist')}</dt>
          <dd>
            {assistUnits.map(({ code, name }) => (
              <p key={code}>{name}</p>
            ))}
          </dd>
        </dl>
      )}
    </>
  )
}

function UnitLines({ unit }: { unit: Unit }) {
  const { t } = useText()
  const hours = unit.hours === '00:00-24:00' ? t('caseFile.unit.allDay') : unit.hours?.replaceAll(',', ' · ')
  const lines = [
    ['phone', unit.phone],
    ['duty', unit.dutyPhone],
    ['hours', hours],
  ] as const
  return (
    <dl>
      {lines.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{t(`caseFile.unit.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function Place({ view }: { view: CaseView }) {
  const { t } = useText()
  const { theme } = useSettings()
  const rows = useBoard('areas')
  const county = `${view.divisionCode.slice(0, 6)}000000`
  const areas = [...rows.values()].map(({ id, perTenThousand, ...row }) => ({ ...row, code: id, perTenThousand }))
  const here = rows.get(county)
  return (
    <>
      <div className="case-map">
        <MapBoundary instead={<p className="note">{t('caseFile.place.noMap')}</p>}>
          <Suspense fallback={null}>
            <CountyMap small areas={areas} theme={theme} showLabels={false} selected={county} padding={8} />
          </Suspense>
        </MapBoundary>
      </div>
      {view.gridCode !== null && <p className="note">{t('caseFile.place.grid', { code: view.gridCode })}</p>}
      {here !== undefined && (
        <p className="note">{t('caseFile.place.county', { name: here.name, count: here.open })}</p>
      )}
      {view.placeUnresolved !== null && (
        <p className="note">{t('caseFile.place.unresolved', { text: view.placeUnresolved })}</p>
      )}
    </>
  )
}
