import { expect, test } from 'vitest'
import { hiddenPieces } from './hidden-pieces.ts'

test('the writer is told which numbers in the text will be covered', () => {
  expect(hiddenPieces('我的电话是 13900002046，晚上打')).toEqual(['phone'])
  expect(hiddenPieces('座机0737-5550000，身份证43090319800101001X')).toEqual(['phone', 'idNumber'])
  expect(hiddenPieces('工资卡 6222 0000 1111 2222 333，车牌湘H·12345')).toEqual(['card', 'plate'])
})

test('amounts, dates and house numbers are left alone', () => {
  expect(hiddenPieces('2026年10月12日欠薪 12500 元，住 3 栋 1204，第 430903103243 号')).toEqual([])
})
