import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { maskName, maskPhone, maskText } from './masking.ts'

function each(cases: readonly (readonly [string, string])[]): void {
  for (const [clear, masked] of cases) expect(maskText(clear)).toBe(masked)
}

function stays(texts: readonly string[]): void {
  for (const text of texts) expect(maskText(text)).toBe(text)
}

test('a name keeps its surname, and of other names only the first character stays', () => {
  expect(maskName('王芳')).toBe('王*')
  expect(maskName('王小明')).toBe('王**')
  expect(maskName('欧阳小明')).toBe('欧阳**')
  expect(maskName('欧阳')).toBe('欧*')
  expect(maskName('买买提·吐尔逊')).toBe('买**·***')
  expect(maskName('王 芳')).toBe('王*')
  expect(maskName('𠮷田')).toBe('𠮷*')
  expect(maskName('Anna Berg')).toBe('A***')
  expect(maskName('王')).toBe('*')
  expect(maskName('')).toBe('')
  expect(maskName(maskName('诸葛一鸣'))).toBe('诸葛**')
})

test('a phone shows its first three and last four digits, a landline its area and the last three', () => {
  expect(maskPhone('13812345678')).toBe('138****5678')
  expect(maskPhone('+86 138-1234-5678')).toBe('138****5678')
  expect(maskPhone('0737-4222222')).toBe('0737****222')
  expect(maskPhone('010-88886666')).toBe('010****666')
  expect(maskPhone('4222222')).toBe('****222')
  expect(maskPhone('119')).toBe('****')
  expect(maskPhone(maskPhone('13812345678'))).toBe('138****5678')
})

describe('numbers', () => {
  test('mobile phones are covered in every usual writing', () => {
    each([
      ['请打13812345678找我', '请打138****5678找我'],
      ['请打 138 1234 5678 找我', '请打 138****5678 找我'],
      ['电话138-1234-5678。', '电话138****5678。'],
      ['电话１３８１２３４５６７８。', '电话138****5678。'],
      ['电话：+86 13812345678', '电话：+86 138****5678'],
      ['电话：+8613812345678', '电话：+86138****5678'],
      ['号码一三八一二三四五六七八，谢谢', '号码138****5678，谢谢'],
      ['号码幺三八 一二三四 五六七八', '号码138****5678'],
      ['1 3 8 1 2 3 4 5 6 7 8', '138****5678'],
      ['13812345678一直打不通', '138****5678一直打不通'],
      ['13812345678、13987654321', '138****5678、139****4321'],
      ['5栋502 13812345678', '5栋502 138****5678'],
    ])
  })

  test('landlines are covered with their area code, without one only after a word for a phone', () => {
    each([
      ['电话0737-4222222', '电话0737****222'],
      ['（0737）4222222', '（0737****222'],
      ['请拨073788886666', '请拨0737****666'],
      ['座机：8866 5544', '座机：****544'],
      ['家里电话4222222，晚上在', '家里电话****222，晚上在'],
    ])
    stays(['发票号码4222222', '客服热线：400-888-3333', '打了12345和110'])
  })

  test('ID numbers keep their first three and last two characters', () => {
    each([
      ['身份证430903198001011234', '身份证430*************34'],
      ['身份证43090319800101123X', '身份证430*************3X'],
      ['身份证 430903 19800101 1234', '身份证 430*************34'],
      ['旧证430903800101123', '旧证430**********23'],
      ['４３０９０３１９８００１０１１２３Ｘ', '430*************3Ｘ'],
    ])
  })

  test('bank cards keep their last four digits', () => {
    each([
      ['卡号6222021234567890123', '卡号***************0123'],
      ['卡号6222 0212 3456 7890 123', '卡号***************0123'],
      ['卡号4111-1111-1111-1111', '卡号************1111'],
    ])
  })

  test('amounts, dates, house, document and case numbers stay', () => {
    stays([
      '2026年11月22日共计1320000.00元，另付￥8587030.53元',
      '2019-06-28 至 2019-07-16，工资1500-2000元',
      '1998-2003年在县里，2003-2020规划',
      '住赫山区康富南路128号3栋2单元1204室',
      '房产1-2-245号，601-608室',
      '益政发〔2024〕12号，湘建房(2018)0015号，GB50180-2018，编号GB 50368—2005',
      '案件FQ430903-20261122-0001，430903-20261122-0001',
      '4200÷26×200×4=1290元',
      '服务器192.168.100.12的网页打不开',
      '面积186平方米，105-106-107三间打通',
    ])
  })
})

test('plates keep province and letter, addresses their domain, accounts only the word before them', () => {
  each([
    ['湘H12345挡住了路', '湘H·****挡住了路'],
    ['湘H·D12345、湘HF12345', '湘H·****、湘H·****'],
    ['湘 H 12A45', '湘 H·****'],
    ['湘H1234警停在门口', '湘H·****警停在门口'],
    ['WJ湘1234A开过', 'WJ·****开过'],
    ['发到xiao.ming_88@163.com', '发到***@163.com'],
    ['加微信abc_12345', '加微信****'],
    ['微信号：hello-world', '微信号：****'],
    ['QQ12345678，qq号 87654321', 'QQ****，qq号 ****'],
    ['加vx：wang1234', '加vx：****'],
  ])
  stays(['扫微信公众号二维码', '用微信支付', '微信群里说的', '新A区3栋', '云B小区2期'])
})

describe('names', () => {
  test("the resident's own name is covered wherever it stands", () => {
    const known = { name: '张国强', phone: '4222222' }
    expect(maskText('张国强说，张 国 强家里（4222222）漏水', known)).toBe('张**说，张**家里（****222）漏水')
    expect(maskText('王府井的王府', { name: '王府' })).toBe('王*井的王*')
    expect(maskText('Anna Berg and Annabel', { name: 'Anna' })).toBe('A*** Berg and Annabel')
    expect(maskText('路灯坏了', { name: '' })).toBe('路灯坏了')
  })

  test('names after a word that announces one are covered', () => {
    each([
      ['我叫王小明，家住赫山区', '我叫王**，家住赫山区'],
      ['我叫李芳家住三里桥', '我叫李*家住三里桥'],
      ['联系人：欧阳小明', '联系人：欧阳**'],
      ['姓名 郑 武', '姓名 郑*'],
      ['户主周根宝的房子漏水', '户主周**的房子漏水'],
      ['申请人:刘桂英、张伟', '申请人:刘**、张*'],
      ['我父亲邓建华在工地受伤', '我父亲邓**在工地受伤'],
      ['村民：黄明德 彭乔松 等五人', '村民：黄** 彭** 等五人'],
      ['业主刘启响，2018年买房', '业主刘**，2018年买房'],
      ['我是胡国卫，现年58岁', '我是胡**，现年58岁'],
      ['收件人 古丽·买买提', '收件人 古*·***'],
      ['此致敬礼 陈昭英', '此致敬礼 陈**'],
    ])
  })

  test('a name that stands alone before a phone is covered with it', () => {
    each([
      ['张国强 13812345678', '张** 138****5678'],
      ['请找李芳（电话：13812345678）', '请找李芳（电话：138****5678）'],
      ['，李芳（电话：13812345678）', '，李*（电话：138****5678）'],
      ['咨询电话13812345678', '咨询电话138****5678'],
    ])
  })

  test('words that only begin like a surname stay', () => {
    stays([
      '业主强烈要求，居民安全，村民向镇里反映',
      '申请人应当补交材料，投诉人曾多次反映',
      '本人于今年3月买房，本人房屋漏水',
      '学生和家长都知道，家长高度重视，',
      '我是高新区的，我是安化人，我是居住在金盆岭的业主',
      '王府井商场旁的马路上，周边居民',
      '妇女儿童解决就医，居民金额，业主成立业委会',
      '业主王女士、村民刘某、李主任',
    ])
  })
})

test('a text in which nothing is found is returned as it is', () => {
  const text = '小区门口的路灯坏了两个星期，晚上走路很危险，请尽快修好。'
  expect(maskText(text)).toBe(text)
  expect(maskText('')).toBe('')
})

const petitions = new URL('../../../shared/data/petitions/hunan-petitions.jsonl.gz', import.meta.url)

test.skipIf(!existsSync(petitions))(
  'over ten thousand real appeals no mobile or ID number survives, and few texts are touched by the rule for names (skipped where the file of appeals is absent)',
  () => {
    const rows = gunzipSync(readFileSync(petitions))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { title: string; text: string })
    let named = 0
    for (const { title, text } of rows) {
      // The file has every long number replaced by this one; a real one in its place shows what would happen to it.
      const clear = `${title}\n${text}`.replaceAll('0000-00000000', '13812345678')
      const masked = maskText(clear)
      expect(masked).not.toMatch(/1[3-9]\d{9}|\d{17}[\dXx]/)
      expect(maskText(masked)).toBe(masked)
      if (/[\u4e00-\u9fff]\*{1,2}(?!\*)/.test(maskText(`${title}\n${text}`.replaceAll('*', '')))) named += 1
    }
    expect(rows.length).toBeGreaterThan(10_000)
    expect(named / rows.length).toBeLessThan(0.03)
    expect(named / rows.length).toBeGreaterThan(0.01)
  },
)
