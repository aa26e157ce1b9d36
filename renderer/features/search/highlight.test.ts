import { expect, test } from 'vitest'
import { highlight } from './highlight.ts'

const marked = (text: string, words: string) =>
  highlight(text, words)
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('')

test('every word looked for is marked, wherever it stands and whatever its case', () => {
  expect(marked('自来水停水三天', '水')).toBe('自来[水]停[水]三天')
  expect(marked('自来水停水三天', '三天 来水')).toBe('自[来水]停水[三天]')
  expect(marked('YY261125-3856', '3856')).toBe('YY261125-[3856]')
  expect(marked('WiFi 信号', 'wifi')).toBe('[WiFi] 信号')
})

test('words that overlap are one mark, and nothing looked for marks nothing', () => {
  expect(marked('停水停电', '停水 水停')).toBe('[停水停]电')
  expect(marked('停水停电', '   ')).toBe('停水停电')
  expect(highlight('', '水')).toEqual([])
})
