import { useState } from 'react'
import type { QueueRail } from '../features/queue-rail/queue-rail.tsx'
import type { KeyHolding } from '../shared/keys/key-registry.ts'
import { keyRegistry, useKeys } from '../shared/keys/use-keys.ts'
import { useText } from '../shared/text/use-text.ts'

type Queue = Parameters<typeof QueueRail>[0]['queue']

/** What stands above the list, in the place of the case, or over both. One at a time. */
type Beside = 'nothing' | 'search' | 'waiting' | 'register'

/** What is open on a desk, and the keys that open and close it. */
export function useDesk() {
  const { t } = useText()
  const [queue, setQueue] = useState<Queue>('mine')
  const [caseId, setCaseId] = useState<string | null>(null)
  const [beside, setBeside] = useState<Beside>('nothing')
  const [sheet, setSheet] = useState<readonly KeyHolding[] | null>(null)
  const show = (next: Beside) => () => {
    setBeside(next)
  }
  const openCase = (id: string) => {
    setCaseId(id)
    setBeside('nothing')
  }
  const openSheet = () => {
    setSheet(keyRegistry.holdings())
  }
  useKeys('station', [
    { id: 'station.register', keys: ['N'], label: t('desk.keys.register'), run: show('register'), hint: 4 },
    { id: 'station.search', keys: ['/', 'Ctrl+K'], label: t('desk.keys.search'), run: show('search'), hint: 5 },
    { id: 'station.keys', keys: ['?', 'F1'], label: t('desk.keys.sheet'), run: openSheet, hint: 6 },
    {
      id: 'station.waiting',
      keys: ['Alt+S'],
      label: t('desk.keys.waiting'),
      run: show(beside === 'waiting' ? 'nothing' : 'waiting'),
    },
    {
      id: 'station.closeCase',
      keys: ['Escape'],
      label: t('desk.keys.close'),
      refusal: caseId === null ? t('desk.keys.noCase') : null,
      run: () => {
        setCaseId(null)
      },
    },
  ])
  return {
    queue,
    setQueue,
    caseId,
    openCase,
    beside,
    search: show('search'),
    register: show('register'),
    waiting: show('waiting'),
    back: show('nothing'),
    sheet,
    openSheet,
    closeSheet: () => {
      setSheet(null)
    },
  }
}
