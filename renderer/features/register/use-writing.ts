import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type RefObject } from 'react'
import type { Urgency } from '../../../hub-server/contract/vocabulary.ts'
import { profileQuery } from '../../hub/reference-queries.ts'
import { useText, type Text } from '../../shared/text/use-text.ts'
import { appealOf, checkDraft, dispatchOf, fieldOfPath, fieldOrder } from './check-draft.ts'
import { changeDraft, clearDraft, useDraft, type RegisterDraft } from './draft.ts'
import { focusField } from './focus-field.ts'
import type { Step } from './registration.ts'
import { useDuplicates, type Duplicates } from './use-duplicates.ts'
import { useMarks, type Try } from './use-marks.ts'
import { useRegisterKeys } from './use-register-keys.ts'
import type { Registering, Saving } from './use-registering.ts'

interface Sheet {
  /** Opens a case in the place of the sheet. */
  onDone: (caseId: string) => void
  onClose: () => void
  registering: Registering
  sheet: RefObject<HTMLElement | null>
}

/** The sheet while it is written: what is wrong with it, what holds it back, and all that its keys do. */
export function useWriting({ registering, sheet, onDone, onClose }: Sheet) {
  const text = useText()
  const { t } = text
  const draft = useDraft()
  const duplicates = useDuplicates(draft)
  const { saving } = registering
  const marking = useMarks(saving)
  const [held, setHeld] = useState(false)
  const [sheetNumber, setSheetNumber] = useState(0)
  const { data: profile } = useQuery(profileQuery())
  const sending = saving.phase === 'sending'
  const busy = sending || saving.phase === 'waiting'

  useFocusOnRefusal(saving, sheet)

  const save = (wanted: Try) => {
    if (busy) return
    marking.setTried(wanted)
    const first = checkDraft(draft, wanted === 'dispatch')[0]
    const { kind, place } = draft
    setHeld(first === undefined && duplicates.undecided.length > 0)
    if (first !== undefined) focusField(sheet.current, first.field)
    else if (duplicates.undecided.length === 0 && kind !== null && place !== null && profile !== undefined) {
      const steps = stepsOf(draft, wanted, profile.defaultUrgency.value, text)
      registering.save({ appeal: appealOf({ ...draft, kind, place }), steps })
    }
  }
  const clear = () => {
    clearDraft()
    marking.forget()
    setHeld(false)
    setSheetNumber((before) => before + 1)
    focusField(sheet.current, 'text')
  }
  const answers = useDuplicateAnswers(duplicates, onDone, () => setHeld(false))
  const close = sending ? () => undefined : onClose
  useRegisterKeys({
    dispatch: () => save('dispatch'),
    only: () => save('only'),
    ...answers,
    clear,
    close,
    goTo: (field) => focusField(sheet.current, field),
    hasDuplicate: duplicates.items.length > 0,
    busy,
    sending,
  })
  return {
    marks: marking.marks,
    leave: marking.leave,
    duplicates,
    busy,
    sheetNumber,
    held: held && duplicates.undecided.length > 0 ? t('register.act.settleDuplicate') : null,
    missing: missingIn(draft, t),
    save,
    retry: () => save(marking.tried ?? 'dispatch'),
    ...answers,
    clear,
    close,
  }
}

/** Names of what an order to a unit still lacks. */
function missingIn(draft: RegisterDraft, t: Text['t']): readonly string[] {
  return checkDraft(draft, true).flatMap(({ field, reason }) =>
    reason === 'required' ? [t(`register.field.${field}`)] : [],
  )
}

/** The two answers to a likely duplicate. Found to be another matter is taken back by the same key. */
function useDuplicateAnswers({ items, undecided }: Duplicates, onDone: (caseId: string) => void, onAnswer: () => void) {
  const { separate } = useDraft()
  return {
    look: () => {
      const other = undecided[0] ?? items[0]
      if (other !== undefined) onDone(other.row.id)
    },
    separate: () => {
      const [next] = undecided
      onAnswer()
      changeDraft({ separate: next === undefined ? [] : [...separate, next.row.id] })
    },
  }
}

/** The first field the hub named gets the cursor. */
function useFocusOnRefusal(saving: Saving, sheet: RefObject<HTMLElement | null>) {
  useEffect(() => {
    if (saving.phase !== 'failed' || saving.failure.kind !== 'refused') return
    const refused = new Set((saving.failure.problem.fields ?? []).map(({ path }) => fieldOfPath(path)))
    const first = fieldOrder.find((field) => refused.has(field))
    if (first !== undefined) focusField(sheet.current, first)
  }, [saving, sheet])
}

/** What goes out after the registration, in order: the note that the caller was told, acceptance, the order to the unit. */
function stepsOf(draft: RegisterDraft, wanted: Try, usual: Urgency, { t, moment }: Text): readonly Step[] {
  const { toldAt } = draft
  const told: Step[] =
    toldAt === null
      ? []
      : [{ type: 'note', payload: { text: t('register.saved.noticeNote', { moment: moment.clock(toldAt) }) } }]
  const order = wanted === 'dispatch' ? dispatchOf(draft, usual) : null
  return order === null ? told : [...told, { type: 'accept', payload: {} }, { type: 'dispatch', payload: order }]
}
