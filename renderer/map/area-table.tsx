import type { ReactNode } from 'react'
import { msOf } from '../../hub-server/contract/instant.ts'
import { useText } from '../shared/text/use-text.ts'
import { countText, type CountyArea, type SmallCounts } from './county-area.ts'

/** What the map shows, for those who cannot see it: read by screen readers only. */
export function AreaTable({
  areas,
  smallCounts,
}: {
  areas: readonly CountyArea[]
  smallCounts: SmallCounts
}): ReactNode {
  const { t, moment } = useText()
  return (
    <table className="visually-hidden">
      <caption>{t('map.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('map.area')}</th>
          <th scope="col">{t('map.open')}</th>
          <th scope="col">{t('map.perTenThousand')}</th>
          <th scope="col">{t('labels.colour.red')}</th>
          <th scope="col">{t('labels.colour.yellow')}</th>
          <th scope="col">{t('labels.colour.blue')}</th>
          <th scope="col">{t('map.state')}</th>
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <tr key={area.code}>
            <th scope="row">{area.name}</th>
            <td>{area.open}</td>
            <td>{area.perTenThousand?.toFixed(1) ?? t('common.notKnown')}</td>
            <td>{countText(area.red, smallCounts)}</td>
            <td>{countText(area.yellow, smallCounts)}</td>
            <td>{countText(area.blue, smallCounts)}</td>
            <td>
              {area.stale === undefined
                ? t('map.live')
                : t('map.cutOff', { moment: moment.hourAndMinute(msOf(area.stale)) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
