import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startTexts } from '../../shared/text/i18n.ts'
import { appealOf } from './check-draft.ts'
import { clearDraft, currentDraft } from './draft.ts'
import { OccurredField } from './occurred-field.tsx'

const nothing = () => undefined

beforeAll(async () => {
  // Here nothing has a size, so nothing changes it.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = nothing
      unobserve = nothing
      disconnect = nothing
    },
  )
  await startTexts('zh-CN')
})
afterEach(() => {
  cleanup()
  clearDraft()
})

test('what happened earlier is written with its own time, as the clocks of China show it', async () => {
  render(<OccurredField refusal={null} />)
  const field = await waitFor(() => {
    const input = screen.getByLabelText('发生时间')
    expect(input).toHaveProperty('disabled', false)
    return input
  })
  const yesterday = new Date(Date.now() - 86_400_000)
  fireEvent.mouseDown(field)
  fireEvent.change(field, {
    target: { value: `${String(yesterday.getMonth() + 1)}月${String(yesterday.getDate())}日 08:30` },
  })
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', keyCode: 13 })
  await waitFor(() => expect(currentDraft().occurredAt).toMatch(/T08:30:00\+08:00$/))
  const { occurredAt } = currentDraft()
  expect(appealOf({ ...currentDraft(), kind: 'complaint', place: '430922112006' })).toMatchObject({ occurredAt })
})

test('without a word of it the appeal carries no time of its own', () => {
  expect(appealOf({ ...currentDraft(), kind: 'complaint', place: '430922112006' })).not.toHaveProperty('occurredAt')
})
