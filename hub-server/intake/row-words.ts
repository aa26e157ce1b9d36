import type { AppealKind, Channel } from '../contract/vocabulary.ts'

/** Words of Chinese lists for the kind of an appeal (rules.md section 1). */
export const kindWords: Readonly<Record<string, AppealKind>> = {
  咨询: 'consult',
  求助: 'help',
  投诉: 'complaint',
  举报: 'report',
  建议: 'suggestion',
  意见建议: 'suggestion',
  表扬: 'praise',
}

/** Words of Chinese lists for the channel an appeal came by. */
export const channelWords: Readonly<Record<string, Channel>> = {
  网小格: 'wangxiaoge',
  微信群: 'wechatGroup',
  热线: 'hotline12345',
  '12345': 'hotline12345',
  '12345热线': 'hotline12345',
  来访: 'visit',
  来信: 'letter',
  网络: 'web',
  网上: 'web',
  网格巡查: 'gridPatrol',
  上级交办: 'superior',
  '110': 'police110',
  传感器: 'sensor',
}
