/** What kind of number or mark the hub will cover in a text when it leaves the hub. */
export type HiddenPiece = 'phone' | 'idNumber' | 'card' | 'plate'

const idNumber = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/
const phone = /(?<!\d)(?:1[3-9]\d(?:[\s-]?\d{4}){2}|0\d{2,3}[-\s]?\d{7,8})(?!\d)/
const card = /(?<!\d)\d{4}(?:[\s-]?\d{4}){3}(?:[\s-]?\d{1,3})?(?!\d)/
const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/

/** A hint for who is writing, so that he need not ask the caller to leave his number out. The hub alone decides what is covered. */
export function hiddenPieces(text: string): readonly HiddenPiece[] {
  const withoutId = text.replace(new RegExp(idNumber, 'g'), '')
  const found: HiddenPiece[] = []
  if (phone.test(withoutId)) found.push('phone')
  if (withoutId.length !== text.length) found.push('idNumber')
  if (card.test(withoutId)) found.push('card')
  if (plate.test(text)) found.push('plate')
  return found
}
