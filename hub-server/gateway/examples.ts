/** Bodies as a program sends them, shown in the hub's documentation. Nobody in them exists. */
import type { z } from 'zod'
import type { appealSchema } from '../contract/appeal.ts'
import type { ratingSchema, residentNoteSchema, revealSchema } from '../contract/case-view.ts'
import type { CommandType, PayloadOf } from '../contract/command.ts'
import type { signInSchema } from '../contract/session.ts'

const appealExample: z.input<typeof appealSchema> = {
  channel: 'hotline12345',
  kind: 'complaint',
  title: '小区路灯不亮',
  text: '花园小区三栋门口的路灯坏了一周，晚上老人出门看不清路。',
  divisionCode: '430903001000',
  citizen: { name: '王小明', phone: '13900000000' },
  occurredAt: '2026-11-22T09:00:00+08:00',
  category: '城乡建设/村镇建设',
  externalId: 'hotline-2026-000001',
}
const signInExample: z.input<typeof signInSchema> = { username: 'duty.city', password: 'fengqiao-demo' }
const revealExample: z.input<typeof revealSchema> = { fields: ['citizen.phone', 'text'], reason: '联系群众核实情况' }
const ratingExample = { solved: true, satisfaction: 'satisfied', text: '修得很快' } satisfies z.input<
  typeof ratingSchema
>
const noteExample: z.input<typeof residentNoteSchema> = { text: '昨晚又不亮了' }

/** By path: the body of its POST. */
export const bodyExamples: Readonly<Record<string, object>> = {
  '/api/v1/session': signInExample,
  '/api/v1/appeals': appealExample,
  '/api/v1/appeals/check': { title: '小区路灯不亮', text: '路灯坏了一周', divisionCode: '430903001000' },
  '/api/v1/callers/lookup': { phone: '13900000000' },
  '/api/v1/cases/{id}/reveal': revealExample,
  '/api/v1/track/{trackingCode}/rating': ratingExample,
  '/api/v1/track/{trackingCode}/notes': noteExample,
}

/** Two lines: one as `POST /appeals` takes it, one of a list of answered petitions. */
export const batchExample = [
  JSON.stringify(appealExample),
  JSON.stringify({ id: 'p-1', time: '2026-05-06T10:00:00+08:00', text: '巷口井盖破损。', reply: '已更换井盖。' }),
].join('\n')

/** Orders that this version takes; what it does not offer yet has no example. */
export const payloadExamples: { readonly [T in CommandType]?: PayloadOf<T> } = {
  accept: {},
  decline: { reason: 'otherChannel', explanation: '此事须经仲裁解决。', rightWay: '劳动人事争议仲裁' },
  dispatch: { leadUnit: '430903000000.housing', urgency: 'normal', instruction: '请现场查看后回复。' },
  acknowledge: {},
  contact: { reached: true, note: '已与群众约定明日上门' },
  requestReturn: { reason: '路段不归本单位管养', basis: '管养移交协议第三条' },
  decideReturn: { approved: true, to: '430903000000.cityManagement' },
  submit: { reply: '路灯已于今日修复。', done: true },
  review: { approved: false, reason: '请补充修复照片' },
  followUp: { contacted: true, solved: true, satisfaction: 'satisfied' },
  redo: { reason: '群众反映仍不亮' },
  rate: ratingExample,
  close: {},
  note: { text: '群众来电催问' },
  instruct: { text: '请优先办理。' },
  urge: { text: '即将到期，请尽快答复。' },
  acknowledgeAlert: { axis: 'time' },
}
