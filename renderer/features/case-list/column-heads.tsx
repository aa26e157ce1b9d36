import { useText } from '../../shared/text/use-text.ts'

const columns = ['alert', 'matter', 'state', 'unit', 'time'] as const

/** What stands in which column of the list. */
export function ColumnHeads() {
  const { t } = useText()
  return (
    <div className="case-grid-columns" role="row" aria-rowindex={1}>
      {columns.map((column) => (
        <span key={column} role="columnheader" className={`is-${column}`}>
          {t(`desk.list.head.${column}`)}
        </span>
      ))}
    </div>
  )
}
