import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskText } from './masking.ts'

const wide = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const written = (text: string) => text.replace(/[0-9]/g, (digit) => '零一二三四五六七八九'.charAt(Number(digit)))
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))

const mobile = fc
  .tuple(fc.constantFrom('3', '4', '5', '6', '7', '8', '9'), digits(9))
  .map(([second, rest]) => `1${second}${rest}`)
const idNumber = fc
  .tuple(
    fc.constantFrom('430903', '430921', '110101', '650102'),
    fc.integer({ min: 1930, max: 2020 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    digits(3),
    fc.constantFrom('0', '5', '9', 'X', 'x'),
  )
  .map(([area, year, month, day, order, check]) =>
    [area, String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0'), order, check].join(''),
  )

const oneOf = (words: string) => fc.constantFrom(...words.split(' '))
const around = fc.constantFrom(
  '',
  '，',
  '。',
  '我的电话',
  '身份证号：',
  ' ',
  '（',
  '）',
  '请回电',
  'tel:',
  '和',
  '、',
  '一直',
  '栋',
)
const sentences = (number: fc.Arbitrary<string>) =>
  fc.array(fc.tuple(around, number, fc.constantFrom('，', '。', ' ', '、', '；', '打不通', '\n', '/')), {
    minLength: 1,
    maxLength: 6,
  })

test('no mobile number survives in a text, whatever stands around it and however it is written', () => {
  const way = fc.constantFrom(
    (phone: string) => phone,
    wide,
    written,
    (phone: string) => `+86${phone}`,
    (phone: string) => `+86 ${phone}`,
    (phone: string) => `0${phone}`,
    (phone: string) => `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
    (phone: string) => `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
    (phone: string) => `${phone.slice(0, 3)}.${phone.slice(3, 7)}.${phone.slice(7)}`,
    (phone: string) => Array.from(phone).join(' '),
    (phone: string) => Array.from(phone).join('-'),
    (phone: string) => wide(`${phone.slice(0, 3)}\u3000${phone.slice(3)}`),
  )
  fc.assert(
    fc.property(sentences(mobile), way, (parts, write) => {
      const masked = maskText(parts.map(([before, phone, after]) => before + write(phone) + after).join(''))
      for (const [, phone] of parts) {
        expect(masked).not.toContain(write(phone))
        expect(plain(masked)).not.toContain(phone)
      }
    }),
    { numRuns: 1000 },
  )
})

test('no ID number survives in a text', () => {
  const way = fc.constantFrom(
    (id: string) => id,
    wide,
    (id: string) => `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`,
    (id: string) => Array.from(id).join(' '),
  )
  fc.assert(
    fc.property(sentences(idNumber), way, (parts, write) => {
      const masked = maskText(parts.map(([before, id, after]) => before + write(id) + after).join(''))
      for (const [, id] of parts) expect(plain(masked)).not.toContain(id)
      expect(masked).not.toMatch(/\d{15}/)
    }),
    { numRuns: 1000 },
  )
})

test('masking what is masked changes nothing, for texts made of everything the mask looks for', () => {
  const piece = fc.oneof(
    { weight: 4, arbitrary: oneOf('1 3 8 0 86 0737 138 1381 2345 5678 13 19 62 4309 1990') },
    { weight: 2, arbitrary: oneOf('一 三 八 零 幺 ３ 一三八 五六七八') },
    { weight: 2, arbitrary: oneOf('- . · （ ) ： 、 ， * ** **** @ X _') },
    { weight: 1, arbitrary: fc.constantFrom(' ', '\n', '\u3000') },
    { weight: 3, arbitrary: oneOf('我叫 业主 联系人 我父亲 电话 QQ 微信号 qq.com 湘 湘H WJ 我是 本人') },
    { weight: 3, arbitrary: oneOf('王 小 明 欧阳 李 周 安 于 家 住 在 的 等 和 县 买 先生') },
    { weight: 1, arbitrary: mobile },
    { weight: 1, arbitrary: idNumber },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
  )
  const known = fc.constantFrom(
    {},
    { name: '王小明', phone: '0737-4222222' },
    { name: '欧阳小明', phone: '13812345678' },
    { name: '王王', phone: '1381234' },
    { name: '李一', phone: '+86 138 1234 5678' },
    { name: 'X一' },
    { name: '买·小', phone: '5678' },
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), known, (pieces, person) => {
      const masked = maskText(pieces.join(''), person)
      expect(maskText(masked, person)).toBe(masked)
      expect(maskText(maskText(pieces.join('')))).toBe(maskText(pieces.join('')))
    }),
    { numRuns: 5000 },
  )
})

test('a text of twenty thousand characters made to hurt is masked like any other', () => {
  const nasty = [
    '1',
    '1 ',
    '一',
    '1一',
    'a@',
    'a.',
    'qq',
    'wx a_',
    '湘A',
    '1-',
    '*1234',
    '业主王',
    '我叫买·',
    '138 1234 5678 ',
    '王 ',
    '0737-',
  ]
  for (const part of nasty) {
    const text = part.repeat(Math.ceil(20_000 / part.length))
    const masked = maskText(text, { name: '王 王', phone: '1111111' })
    expect(maskText(masked, { name: '王 王', phone: '1111111' })).toBe(masked)
  }
})

function plain(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}
