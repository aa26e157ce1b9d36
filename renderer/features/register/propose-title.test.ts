import { expect, test } from 'vitest'
import { proposeTitle } from './propose-title.ts'

test('the first sentence is the title, without the greeting before it', () => {
  expect(proposeTitle('您好，请问 菱角岔村小学旁边的桥塌了一块。下午校车过不来。')).toBe('菱角岔村小学旁边的桥塌了一块')
  expect(proposeTitle('路灯不亮三天了！晚上看不见')).toBe('路灯不亮三天了')
})

test('a long sentence is cut at its last comma within thirty signs, or at the thirtieth sign', () => {
  expect(proposeTitle('我们村往小学去的那座桥，今天中午桥面塌了一块，有一张桌子那么大，护栏也歪了。')).toBe(
    '我们村往小学去的那座桥，今天中午桥面塌了一块',
  )
  expect(proposeTitle('长'.repeat(40))).toBe('长'.repeat(30))
})

test('a word or two is no title yet', () => {
  expect(proposeTitle('')).toBe('')
  expect(proposeTitle('喂，你好')).toBe('')
  expect(proposeTitle('停水。')).toBe('')
})
