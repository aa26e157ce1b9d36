import { useEffect, useRef } from 'react'
import type { CaseRow } from '../../../hub-server/contract/board.ts'
import { useText } from '../../shared/text/use-text.ts'
import { AlertShape } from '../../shared/ui/alert-shape.tsx'
import { highlight } from './highlight.ts'

export interface FoundCaseProps {
  readonly id: string
  readonly row: CaseRow
  readonly words: string
  readonly chosen: boolean
  readonly onOpen: (caseId: string) => void
}

/** A case that was found, with the words looked for marked in it. */
export function FoundCase({ id, row, words, chosen, onOpen }: FoundCaseProps) {
  const { t } = useText()
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <li
      ref={line}
      id={id}
      role="option"
      aria-selected={chosen}
      className={chosen ? 'found-case is-chosen' : 'found-case'}
      onClick={() => {
        onOpen(row.id)
      }}
    >
      <span className="found-case-alert">
        {row.alert !== null && (
          <>
            <AlertShape colour={row.alert.colour} />
            <span className="visually-hidden">{t(`labels.colour.${row.alert.colour}`)}</span>
          </>
        )}
      </span>
      <span className="cut">
        <Marked text={row.title} words={words} />
      </span>
      <span className="found-case-state">{t(`labels.state.${row.state}`)}</span>
      <span className="note cut found-case-place">
        <Marked text={row.caseCode} words={words} /> · <Marked text={row.place} words={words} />
      </span>
      <span className="note cut found-case-unit">{row.leadUnit?.name}</span>
    </li>
  )
}

function Marked({ text, words }: { text: string; words: string }) {
  return highlight(text, words).map((piece, index) =>
    piece.found ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
  )
}
