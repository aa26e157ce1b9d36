import { afterEach, beforeEach, expect, test } from 'vitest'
import { chordOf, type KeyCommand } from './key-command.ts'
import { createKeyRegistry, type KeyRegistry } from './key-registry.ts'

let done: string[]
let singles: boolean
let keys: KeyRegistry
let deafen: () => void

const command = (id: string, ...chords: [string, ...string[]]): KeyCommand => ({
  id,
  keys: chords,
  label: id,
  run: () => done.push(id),
})

function hold(scope: 'station' | 'list' | 'case' | 'layer', ...commands: KeyCommand[]): object {
  const token = {}
  keys.put({ token, scope, commands })
  return token
}

/** A press as the browser sends it: it starts at what has the focus. */
function press(key: string, extra: KeyboardEventInit = {}, at: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...extra })
  at.dispatchEvent(event)
  return event
}

function put(tag: string, type?: string): Element {
  const element = document.createElement(tag)
  if (type !== undefined) element.setAttribute('type', type)
  document.body.append(element)
  return element
}

beforeEach(() => {
  done = []
  singles = true
  keys = createKeyRegistry(
    (hear) => {
      window.addEventListener('keydown', hear)
      deafen = () => {
        window.removeEventListener('keydown', hear)
      }
      return deafen
    },
    () => singles,
  )
})

afterEach(() => {
  deafen()
  document.body.replaceChildren()
})

test('a press does the command that holds it, also with Caps Lock, and takes the press away from the browser', () => {
  hold('list', command('list.next', 'J', 'ArrowDown'))
  const pressed = [press('j'), press('J'), press('ArrowDown')]
  expect(done).toEqual(['list.next', 'list.next', 'list.next'])
  expect(pressed.every((event) => event.defaultPrevented)).toBe(true)
  expect(press('x').defaultPrevented).toBe(false)
})

test('single characters belong to a field that has the focus; Esc, Alt and Ctrl act all the same', () => {
  hold(
    'station',
    command('next', 'J'),
    command('back', 'Escape'),
    command('retry', 'Alt+R'),
    command('send', 'Ctrl+Enter'),
  )
  const [input, area, radio, button] = [put('input'), put('textarea'), put('input', 'radio'), put('button')]
  for (const field of [input, area]) {
    press('j', {}, field)
    press('Escape', {}, field)
    press('r', { altKey: true, code: 'KeyR' }, field)
    press('Enter', { ctrlKey: true }, field)
  }
  expect(done).toEqual(['back', 'retry', 'send', 'back', 'retry', 'send'])
  press('j', {}, radio)
  press('j', {}, button)
  expect(done.slice(6)).toEqual(['next', 'next'])
})

test('Enter on a button and arrows in a group of choices stay with what has the focus', () => {
  hold('list', command('open', 'Enter'), command('next', 'ArrowDown'))
  const [button, radio, row] = [put('button'), put('input', 'radio'), put('div')]
  press('Enter', {}, button)
  press('ArrowDown', {}, radio)
  expect(done).toEqual([])
  press('Enter', {}, row)
  press('ArrowDown', {}, button)
  expect(done).toEqual(['open', 'next'])
})

test('a field may leave up, down and Enter to its list, and a part that scrolls keeps its moves', () => {
  hold('list', command('open', 'Enter'), command('next', 'ArrowDown', 'J'))
  const [field, scrolls] = [put('input'), put('div')]
  field.setAttribute('data-keys', 'list')
  scrolls.setAttribute('data-keys', 'own')
  for (const key of ['ArrowDown', 'j', 'Enter']) press(key, {}, field)
  expect(done).toEqual(['next', 'open'])
  for (const key of ['ArrowDown', 'j']) press(key, {}, scrolls)
  expect(done).toEqual(['next', 'open', 'next'])
})

test('what an input method composes is never read as keys', () => {
  hold('station', command('next', 'J'), command('back', 'Escape'))
  press('j', { isComposing: true })
  press('Process')
  press('Escape', { isComposing: true })
  expect(done).toEqual([])
})

test('single characters can be switched off; named keys and those with Alt stay', () => {
  singles = false
  hold('list', command('next', 'J', 'ArrowDown'), command('new', '.'), command('retry', 'Alt+R'))
  for (const key of ['j', '.', 'ArrowDown']) press(key)
  press('®', { altKey: true, code: 'KeyR' })
  expect(done).toEqual(['next', 'retry'])
})

test('the innermost scope has the key, and a layer leaves none to those below it', () => {
  hold('station', command('station.n', 'N'), command('station.q', 'Q'))
  hold('case', command('case.n', 'N'))
  press('n')
  const layer = hold('layer', command('layer.close', 'Escape'))
  press('n')
  press('q')
  press('Escape')
  keys.drop(layer)
  press('q')
  expect(done).toEqual(['case.n', 'layer.close', 'station.q'])
})

test('two meanings of one key in one scope are found, in two scopes they are not', () => {
  hold('list', command('list.next', 'J'), command('list.join', 'J'))
  hold('case', command('case.next', 'J'))
  hold('list', command('list.other', 'K'), command('list.next', 'J'))
  expect(keys.conflicts()).toEqual([{ scope: 'list', key: 'J', ids: ['list.next', 'list.join'] }])
})

test('a key whose command cannot be done now tells the reason, until another one is done', () => {
  hold('case', { ...command('review', 'R'), refusal: '须由审核人办理' }, command('note', 'B'))
  press('r')
  expect([done, keys.refusal()]).toEqual([[], { label: 'review', reason: '须由审核人办理' }])
  press('b')
  expect([done, keys.refusal()]).toEqual([['note'], null])
})

test('a key held down repeats only where that is meant', () => {
  hold('list', { ...command('next', 'J'), repeat: true }, command('open', 'O'))
  press('j', { repeat: true })
  press('o', { repeat: true })
  expect(done).toEqual(['next'])
})

test('commands drawn again tell nobody unless their words changed, and run in their present form', () => {
  let told = 0
  const token = hold('list', command('next', 'J'))
  const shown = keys.holdings()
  keys.subscribe(() => (told += 1))
  keys.put({ token, scope: 'list', commands: [{ ...command('next', 'J'), run: () => done.push('new') }] })
  expect(told).toBe(0)
  expect(keys.holdings()).toBe(shown)
  press('j')
  expect(done).toEqual(['new'])
  keys.put({ token, scope: 'list', commands: [{ ...command('next', 'J'), label: 'Next' }] })
  expect(told).toBe(1)
})

test('a press is written alike on every machine', () => {
  const chord = (init: KeyboardEventInit) => chordOf(new KeyboardEvent('keydown', init))
  expect(chord({ key: '?', shiftKey: true })).toBe('?')
  expect(chord({ key: '？', shiftKey: true })).toBe('?')
  expect(chord({ key: '。' })).toBe('.')
  expect(chord({ key: 'F', shiftKey: true })).toBe('Shift+F')
  expect(chord({ key: '¡', altKey: true, code: 'Digit1' })).toBe('Alt+1')
  expect(chord({ key: 'k', metaKey: true })).toBe('Ctrl+K')
  expect(chord({ key: 'Enter', ctrlKey: true })).toBe('Ctrl+Enter')
})
