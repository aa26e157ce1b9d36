import { expect, test } from 'vitest'
import { isOwnPage, pageAddress } from './own-page.ts'

test('our pages are known by scheme and host', () => {
  expect(isOwnPage('app://centre/index.html#/wall')).toBe(true)
  expect(isOwnPage('app://centre')).toBe(true)
})

test.each([
  'app://centre.evil/index.html',
  'app://centre@evil.example/',
  'app://user:word@centre/',
  'app://centre:8080/',
  'app:centre/index.html',
  'https://app.centre.evil/',
  'https://centre/',
  'file:///etc/passwd',
  '\\\\host\\share\\x.html',
  'about:blank',
  'data:text/html,x',
  'blob:app://centre/3f0c',
  'javascript:alert(1)',
  'null',
  '',
])('%s is not ours', (address) => {
  expect(isOwnPage(address)).toBe(false)
})

test('an address differs before its hash after each change of the hub, so that the page is loaded anew', () => {
  expect(pageAddress('wall', 'wall', 2)).toBe('app://centre/index.html?window=wall&turn=2#/wall')
  const [first] = pageAddress('desk', 'choose-hub', 0).split('#')
  const [second] = pageAddress('desk', 'desk', 1).split('#')
  expect(first).not.toBe(second)
})
