import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { MaskedText } from './masked-text.tsx'

afterEach(cleanup)

const piecesOf = (text: string) => {
  const { container } = render(<MaskedText text={text} />)
  expect(container.textContent).toBe(text)
  return [...container.querySelectorAll('.ui-masked')].map((piece) => piece.textContent)
}

test('a masked piece is marked whole, and no text is lost', () => {
  expect(piecesOf('一辆轿车（湘H·****），我的电话是 139****2046。')).toEqual(['湘H·****', '139****2046'])
  expect(piecesOf('王*来电')).toEqual(['王*'])
  expect(piecesOf('联系电话138****5678')).toEqual(['138****5678'])
})

test('text without a mask stays plain', () => {
  expect(piecesOf('村道桥面塌陷')).toEqual([])
})
