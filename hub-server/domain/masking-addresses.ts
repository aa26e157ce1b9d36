import { AT, DIGIT, LETTER } from './characters.ts'

const LOCAL_PART = /[\w.%+\-０-９Ａ-Ｚａ-ｚ]{1,64}$/
const DOMAIN = /^[\w\-０-９Ａ-Ｚａ-ｚ]{1,63}(?:[.．][\w\-０-９Ａ-Ｚａ-ｚ]{1,63}){1,4}/

/** Words for an account, then its id: six or more letters, digits, `_` and `-`, or five or more digits. */
const ACCOUNT =
  /((?:[微威薇]信|扣扣|企鹅|抖音|(?<![a-zａ-ｚ@＠])(?:v信|wechat|weixin|vx|wx|qq|ｑｑ))群?)((?:号码?|账号|帐号|id|ID)?[\s：:;；=是为,，（(【“"]{0,3})([a-z][\w０-９Ａ-Ｚａ-ｚ-]{5,}|[0-9０-９]{5,})(?![\w０-９Ａ-Ｚａ-ｚ]|\*{4})/gi

/** Province, letter of the city, five or six places of which at least three are figures; 警, 学 and 挂 stand for the last. */
const PLATE =
  /([京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新楚]\s?[A-Za-zＡ-Ｚ])[\s·•・.．_-]{0,2}([0-9A-Za-z０-９Ａ-Ｚ]{5,6}(?![0-9A-Za-z０-９Ａ-Ｚ]|\*{4})|[0-9A-Za-z０-９]{4}(?=[警学挂港澳试超领]))/g
const MILITARY_PLATE =
  /((?<![0-9A-Za-z])WJ|ＷＪ)[\s·•-]{0,2}([\u4e00-\u9fff]?[\s·•-]{0,2}\d{4,5}[A-Za-z]?)(?![0-9A-Za-z]|\*{4})/g

/** E-mail addresses keep their domain (`***@qq.com`), accounts only the word before them (`微信号****`). */
export function maskAddresses(text: string, kinds: number): string {
  const mailed = (kinds & AT) === 0 ? text : maskMail(text)
  if ((kinds & (DIGIT | LETTER)) === 0) return mailed
  return mailed.replace(ACCOUNT, (whole, word: string, link: string, id: string) => {
    const announced = /号|id|[：:=]/i.test(link)
    return announced || /\d|_|[０-９]/.test(id) ? `${word}${link}****` : whole
  })
}

/** Number plates keep province and letter: `湘H·****`. */
export function maskPlates(text: string, kinds: number): string {
  if ((kinds & DIGIT) === 0 || (kinds & LETTER) === 0) return text
  const civil = text.replace(PLATE, (whole, area: string, rest: string) =>
    (rest.match(/[0-9０-９]/g)?.length ?? 0) >= 3 ? `${area}·****` : whole,
  )
  return civil.includes('WJ') || civil.includes('ＷＪ') ? civil.replace(MILITARY_PLATE, '$1·****') : civil
}

function maskMail(text: string): string {
  let result = ''
  let done = 0
  for (let at = nextAt(text, 0); at >= 0; at = nextAt(text, at + 1)) {
    const local = LOCAL_PART.exec(text.slice(Math.max(done, at - 64), at))
    const domain = DOMAIN.exec(text.slice(at + 1, at + 320))
    if (local === null || domain === null) continue
    const from = at - local[0].length
    // The visible end of a number that was covered before is no address.
    if (local[0].length <= 4 && text.slice(Math.max(0, from - 4), from) === '****') continue
    result += `${text.slice(done, from)}***`
    done = at
  }
  return done === 0 && result === '' ? text : result + text.slice(done)
}

function nextAt(text: string, from: number): number {
  const plain = text.indexOf('@', from)
  const wide = text.indexOf('＠', from)
  return plain < 0 ? wide : wide < 0 ? plain : Math.min(plain, wide)
}
