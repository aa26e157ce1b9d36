const longest = 30
const greetings = /^(?:(?:你好|您好|喂|请问|是这样的?|那个|同志)[，,。！!、\s]*)+/
const sentenceEnd = /[。！？!?；;\n]/

/**
 * A title out of the first sentence of what somebody said: without greetings, at most 30 signs, cut at a comma where there is one. Empty
 * while there is not enough to go by.
 */
export function proposeTitle(text: string): string {
  const said = text.trim().replace(greetings, '')
  const sentence = (said.split(sentenceEnd)[0] ?? '').trim()
  const signs = [...sentence]
  if (signs.length < 4) return ''
  if (signs.length <= longest) return sentence
  const head = signs.slice(0, longest).join('')
  const comma = Math.max(head.lastIndexOf('，'), head.lastIndexOf(','))
  return comma >= 8 ? head.slice(0, comma) : head
}
