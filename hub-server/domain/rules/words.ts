/** Words put to a case that move nothing: notes, a leader's instruction (批示), the centre's reminder (催办); and seeing an alert. */
import { granted } from '../../contract/refusal.ts'
import type { Rule } from '../circumstances.ts'

export const note: Rule<'note'> = { decide: (_file, payload) => granted([{ type: 'order.noted', data: payload }]) }
export const instruct: Rule<'instruct'> = {
  decide: (_file, payload) => granted([{ type: 'order.instructed', data: payload }]),
}
export const urge: Rule<'urge'> = { decide: (_file, payload) => granted([{ type: 'order.urged', data: payload }]) }

export const acknowledgeAlert: Rule<'acknowledgeAlert'> = {
  guard: ({ alerts }) => {
    if (alerts.length === 0) return { code: 'alert.none' }
    return alerts.some((alert) => alert.state === 'unacknowledged') ? undefined : { code: 'alert.acknowledged' }
  },
  decide: ({ alerts }, { axis }) => {
    const alert = alerts.find((open) => open.axis === axis)
    if (alert === undefined) return { ok: false, refusal: { code: 'alert.none' } }
    if (alert.state === 'acknowledged') return { ok: false, refusal: { code: 'alert.acknowledged' } }
    return granted([{ type: 'alert.acknowledged', data: { axis } }])
  },
}
