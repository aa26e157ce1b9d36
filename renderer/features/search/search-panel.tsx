import { useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import type { CaseRow } from '../../../hub-server/contract/board.ts'
import { KeyChord } from '../../shared/keys/key-chord.tsx'
import { useText } from '../../shared/text/use-text.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { EmptyNotice, LoadingRows } from '../../shared/ui/state-notice.tsx'
import { FoundCase } from './found-case.tsx'
import './search-panel.css'
import { useFound, type Found } from './use-found.tsx'
import { useSearchKeys } from './use-search-keys.ts'

export interface SearchPanelProps {
  readonly onOpen: (caseId: string) => void
  readonly onClose: () => void
}

/** Finds cases by the last digits of their code or by words, over the list only: the open case and the alerts stay in sight. */
export function SearchPanel({ onOpen, onClose }: SearchPanelProps) {
  const { t } = useText()
  const listId = useId()
  const [text, setText] = useState('')
  const words = useDeferredValue(text.trim())
  const found = useFound(words)
  const [chosen, setChosen] = useState(0)
  const index = Math.min(chosen, found.rows.length - 1)
  const fieldRef = useBorrowedFocus()
  const open = useOpenWhenCertain(found.rows[index], found.certain && words === text.trim(), onOpen)
  useSearchKeys({ rows: found.rows, index, choose: setChosen, onEnter: open, onClose })
  return (
    <section className="search-panel" role="dialog" aria-label={t('desk.search.label')}>
      <div className="search-panel-field">
        <Icon name="search" />
        <input
          ref={fieldRef}
          type="text"
          role="combobox"
          data-keys="list"
          aria-label={t('desk.search.label')}
          aria-expanded={found.rows.length > 0}
          aria-controls={listId}
          aria-activedescendant={found.rows.length > 0 ? `${listId}-${String(index)}` : undefined}
          placeholder={t('desk.search.placeholder')}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setChosen(0)
          }}
        />
        <KeyChord chord="Escape" />
      </div>
      <p className="search-panel-line note" role="status">
        {found.line}
      </p>
      <SearchResults listId={listId} words={words} found={found} chosen={index} onOpen={onOpen} />
      <KeyLine />
    </section>
  )
}

/** Enter right behind the last letter opens what those words find, not what stood there before: it waits for the answer. */
function useOpenWhenCertain(row: CaseRow | undefined, certain: boolean, onOpen: (caseId: string) => void): () => void {
  const waits = useRef(false)
  useEffect(() => {
    if (!waits.current || !certain) return
    waits.current = false
    if (row !== undefined) onOpen(row.id)
  }, [certain, row, onOpen])
  return () => {
    if (!certain) waits.current = true
    else if (row !== undefined) onOpen(row.id)
  }
}

/** Takes the focus while it is drawn and gives it back to what had it. */
function useBorrowedFocus() {
  const fieldRef = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const before = document.activeElement
    fieldRef.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return fieldRef
}

function KeyLine() {
  const { t } = useText()
  return (
    <p className="search-panel-keys note">
      <KeyChord chord="ArrowUp" />
      <KeyChord chord="ArrowDown" />
      {t('desk.search.choose')}
      <KeyChord chord="Enter" />
      {t('desk.search.openIt')}
      <KeyChord chord="Escape" />
      {t('desk.search.close')}
    </p>
  )
}

function SearchResults({
  listId,
  words,
  found,
  chosen,
  onOpen,
}: {
  listId: string
  words: string
  found: Found
  chosen: number
  onOpen: (caseId: string) => void
}) {
  const { t } = useText()
  return (
    <>
      <ul role="listbox" id={listId} className="search-panel-results" aria-label={t('desk.search.results')}>
        {found.rows.map((row, index) => (
          <FoundCase
            key={row.id}
            id={`${listId}-${String(index)}`}
            row={row}
            words={words}
            chosen={index === chosen}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {found.pending && found.rows.length === 0 && (
        <LoadingRows rows={5} what={(seconds) => t('desk.search.searching', { seconds })} />
      )}
      {found.failed}
      {found.nothing && <EmptyNotice>{t('desk.search.none', { words })}</EmptyNotice>}
    </>
  )
}
