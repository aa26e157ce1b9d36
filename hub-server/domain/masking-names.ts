import {
  AT,
  CUE_END,
  DIGIT,
  LETTER,
  MIDDLE_DOT,
  NUMERAL,
  SURNAME,
  WARY_SURNAME,
  hanLengthAt,
  kindAt,
  setKind,
} from './characters.ts'
import type { Covered } from './masking-numbers.ts'
import { commonWords, doubleSurnames, plainSurnames, warySurnames } from './surnames.ts'

/** How much a word before it says that a name follows: `sure` (姓名), `likely` (我父亲), `possible` (业主, which mostly stands alone). */
type Trust = 'sure' | 'likely' | 'possible'

const cueWords: Record<Trust, string> = {
  sure: '我叫 我名叫 本人叫 名字叫 姓名 本人姓名 联系人 收件人 寄件人 收货人 户主 经办人 申请人 投诉人 举报人 反映人 上访人 信访人 报告人 申诉人 诉求人 控告人 具报人 留言人 证明人 报案人 询问人 请求人 呈报人 求助人 来信人 来访人 被申请人 被投诉人 被举报人 署名 户名 开户人 监护人',
  likely:
    '名叫 本人 受害人 当事人 代表人 负责人 法人 法人代表 我父亲 我母亲 我丈夫 我妻子 我老公 我老婆 我儿子 我女儿 我爸 我妈 我爸爸 我妈妈 我爷爷 我奶奶 我哥 我弟 我姐 我妹 我哥哥 我弟弟 我姐姐 我妹妹 父亲 母亲 丈夫 妻子 儿子 女儿 老公 老婆 老伴 爸爸 妈妈 爷爷 奶奶 哥哥 弟弟 姐姐 妹妹 孙子 孙女 外孙 女婿 儿媳 侄子 侄女 死者 伤者 患者 邻居 房东 村民代表 业主代表 职工代表 家长 车主 房主 敬礼 我是业主 我是村民 我是居民',
  possible: '我是 业主 村民 居民 住户 市民 职工 员工 学生 组长 租户 商户 消费者 股东 退休教师 教师 农民 残疾人',
}

/** Cues by their last character, longest first. */
const cuesByEnd = new Map<string, { word: string; trust: Trust }[]>()
for (const trust of ['sure', 'likely', 'possible'] as const)
  for (const word of cueWords[trust].split(' ')) {
    const end = word.slice(-1)
    setKind(end, CUE_END)
    cuesByEnd.set(
      end,
      [...(cuesByEnd.get(end) ?? []), { word, trust }].sort((a, b) => b.word.length - a.word.length),
    )
  }
setKind(plainSurnames, SURNAME)
setKind(warySurnames, SURNAME | WARY_SURNAME)
for (const surname of doubleSurnames) setKind(surname.charAt(0), SURNAME)

const titles =
  /^(?:先生|女士|小姐|同志|老师|师傅|总|主任|副|书记|局|县长|镇长|乡长|村长|市长|区长|处长|科长|队长|所长|院长|校长|主席|经理|老板|医生|大夫|律师|法官|警官|教授|大爷|大妈|大姐|大哥|阿姨|叔|奶奶|爷爷|氏|姓|某|工|家人|家属|支书|委员|会计|董事|代表|站长|组长|厂长|部长|司机|记者|护士|检察|法院|主管|村委)/
/** Characters that never end a given name. */
const neverEnds = '的是了着过我你他她它们这那不没吗呢吧啊嘛些什么怎说很您每各某与及或但而且之其被把将在于住系因从等们'
/** Characters that follow a name and can also end one. */
const mayFollow = '家现今年男女和跟为向称去到来有已曾电手身联也就都反投举要想对给让由经自以所申先同一户两夫儿父母老身地'
const placeEnds =
  '县市区镇乡村路街巷组厂校店局院站厅省州楼栋号园社队桥河湖山港城馆处部委办会公司室场坪冲塘岭湾坳洞坡垅垸屋'

const never = new Set(neverEnds)
const follows = new Set(neverEnds + mayFollow)
const placeEnd = new Set(placeEnds)

/** Names of people after a word that announces one, in order. Text in which only the surname stands (王女士, 刘某) is left. */
export function namesIn(text: string, kinds: number): Covered[] {
  if ((kinds & CUE_END) === 0 || (kinds & (SURNAME | MIDDLE_DOT)) === 0) return []
  const found: Covered[] = []
  let at = 0
  while (at < text.length) {
    const name = (kindAt(text, at) & CUE_END) === 0 ? undefined : nameAfterCue(text, at)
    at = name === undefined ? at + 1 : addNames(text, name, found)
  }
  return found
}

/** The name that stands alone directly before a position: 张国强 138…, 李芳（电话…. */
export function nameBefore(text: string, end: number): Covered | undefined {
  const lead = text.slice(Math.max(0, end - 16), end)
  const gap =
    /(?:[\s：:(（,，;；]{0,3}(?:联系)?(?:电话|手机|号码|身份证|tel){0,3}(?:号码?)?)?[\s：:(（,，;；{｛]{0,3}$/i.exec(
      lead,
    )
  const to = end - (gap?.[0].length ?? 0)
  let from = to
  while (from > 0 && to - from < 5 && hanLengthAt(text, from - 1) > 0) from -= 1
  const length = to - from
  if (length < 2 || length > 4 || hanLengthAt(text, from - 1) > 0) return undefined
  return nameAt(text, from, to, 'possible')
}

/** Hides all but the surname: 王*, 欧阳**, 买**·***; of a name in letters the first one stays. */
export function shownName(name: string): string {
  const characters = Array.from(name.replace(/\s+/g, ''))
  const bare = characters.join('')
  if (/[A-Za-z]/.test(bare)) return `${characters[0] ?? ''}***`
  if (characters.length < 2) return '*'.repeat(characters.length)
  const kept = characters.length > 2 && doubleSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1
  return characters
    .map((character, place) => (place < kept || (kindAt(character, 0) & MIDDLE_DOT) !== 0 ? character : '*'))
    .join('')
}

function addNames(text: string, first: Covered, found: Covered[]): number {
  let name: Covered | undefined = first
  let end = first.to
  while (name !== undefined) {
    found.push(name)
    end = name.to
    const link = /^(?:[、/]|\s{1,2}|和|与|及)/.exec(text.slice(end, end + 2))
    name = link === null ? undefined : nameAt(text, end + link[0].length, text.length, 'possible')
  }
  return end
}

function nameAfterCue(text: string, cueEnd: number): Covered | undefined {
  let at = cueEnd + 1
  let between = ''
  while (at - cueEnd <= 4 && /[\s：:,，;；“"'(（是为叫]/.test(text.charAt(at))) {
    between += text.charAt(at)
    at += 1
  }
  const kind = kindAt(text, at)
  const dotted = (kind & SURNAME) === 0 ? dottedNameEnd(text, at) : 0
  if ((kind & SURNAME) === 0 && dotted === 0) return undefined
  const cue = cuesByEnd
    .get(text.charAt(cueEnd))
    ?.find(({ word }) => text.startsWith(word, cueEnd + 1 - word.length) && cueEnd + 1 >= word.length)
  if (cue === undefined || text.startsWith('女儿童', cueEnd - 1)) return undefined
  if (/[,，;；]/.test(between) && cue.trust !== 'sure') return undefined
  const named = /[：:]/.test(between) || /[叫名]$/.test(cue.word)
  const wary = (kind & WARY_SURNAME) !== 0
  const trust = named && cue.trust === 'likely' ? 'sure' : !named && wary && cue.trust === 'sure' ? 'likely' : cue.trust
  const end = dotted > 0 ? dotted : dottedNameEnd(text, at)
  if (end > 0)
    return cue.trust !== 'possible' ? { from: at, to: end, shown: shownName(text.slice(at, end)) } : undefined
  return nameAt(text, at, text.length, trust)
}

/** Where a name such as 买买提·吐尔逊 ends that begins here; 0 when there is none. */
function dottedNameEnd(text: string, from: number): number {
  let at = from
  while (at - from < 7 && hanLengthAt(text, at) > 0) at += hanLengthAt(text, at)
  if (at === from || (kindAt(text, at) & MIDDLE_DOT) === 0) return 0
  const second = at + 1
  at = second
  while (at - second < 6 && hanLengthAt(text, at) > 0 && !never.has(text.charAt(at))) at += hanLengthAt(text, at)
  return at === second ? 0 : at
}

function nameAt(text: string, from: number, limit: number, trust: Trust): Covered | undefined {
  const kind = kindAt(text, from)
  if ((kind & SURNAME) === 0) return undefined
  const double = doubleSurnames.has(text.slice(from, from + 2))
  const given = from + (double ? 2 : 1)
  if (!double && (kind & SURNAME) !== 0 && !singleSurname(text.charAt(from))) return undefined
  const first = hanLengthAt(text, given)
  const wary = !double && (kind & WARY_SURNAME) !== 0
  if (first === 0) return trust === 'sure' ? spacedName(text, from, given) : undefined
  if (never.has(text.charAt(given)) || titles.test(text.slice(given, given + 2))) return undefined
  const to = givenEnd(text, given, trust, wary)
  if (to === undefined || to > limit || isCommonWord(text, from, to)) return undefined
  if ((kindAt(text, to - 1) & NUMERAL) !== 0 && (kindAt(text, to) & (DIGIT | NUMERAL)) !== 0) return undefined
  return { from, to, shown: shownName(text.slice(from, to)) }
}

function singleSurname(character: string): boolean {
  return plainSurnames.includes(character) || warySurnames.includes(character)
}

/** 郑 武: a blank between surname and one character, with nothing else of a word behind it. */
function spacedName(text: string, from: number, blank: number): Covered | undefined {
  const at = /^[ \u3000]{1,2}/.exec(text.slice(blank, blank + 2))?.[0].length ?? 0
  const length = hanLengthAt(text, blank + at)
  const to = blank + at + length
  if (at === 0 || length === 0 || !isBoundary(text, to) || never.has(text.charAt(blank + at))) return undefined
  return { from, to, shown: shownName(text.slice(from, to)) }
}

/** Where the given name (one or two characters) ends, or undefined when this is more likely another word. */
function givenEnd(text: string, given: number, trust: Trust, wary: boolean): number | undefined {
  const one = given + hanLengthAt(text, given)
  const two = one + hanLengthAt(text, one)
  const second = text.charAt(one)
  const third = text.charAt(two)
  const hasTwo = two > one && !never.has(second)
  if (placeEnd.has(text.charAt(given)) && trust !== 'sure') return undefined
  if (hasTwo && isBoundary(text, two)) return trust !== 'sure' && placeEnd.has(second) ? undefined : two
  if (!hasTwo && isBoundary(text, one)) return wary && trust !== 'sure' ? undefined : one
  if (trust === 'possible') return undefined
  if (trust === 'likely' && (wary || placeEnd.has(second) || placeEnd.has(third))) return undefined
  if (hasTwo && follows.has(third)) return second === '家' && third === '住' ? one : two
  if (two === one || never.has(second) || follows.has(second)) return one
  return trust === 'sure' ? two : undefined
}

function isBoundary(text: string, at: number): boolean {
  return (hanLengthAt(text, at) === 0 && (kindAt(text, at) & (AT | LETTER)) === 0) || text.charAt(at) === '等'
}

function isCommonWord(text: string, from: number, to: number): boolean {
  return commonWords.has(text.slice(from, from + 2)) || commonWords.has(text.slice(from, to))
}
