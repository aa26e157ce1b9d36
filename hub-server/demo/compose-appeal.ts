/** Appeals as residents of the demonstration would hand them in, in the mix of rules.md 7.4. */
import type { Incoming } from '../contract/incoming.ts'
import type { AppealKind, Channel, Urgency } from '../contract/vocabulary.ts'
import type { Chance } from './chance.ts'
import type { AppealTemplate, DemoTexts } from './demo-texts.ts'
import type { DemoPlace, DrawPlace } from './places.ts'

export interface ComposedAppeal {
  readonly incoming: Incoming
  /** What the officer who sends it out will make of it. */
  readonly urgency: Urgency
  readonly template: AppealTemplate
  readonly place: DemoPlace
}

export type ComposeAppeal = (chance: Chance, urgency?: Urgency) => ComposedAppeal

/** Shares of all appeals (rules.md 7.4). */
export const kindShares = {
  consult: 0.35,
  help: 0.25,
  complaint: 0.28,
  report: 0.05,
  suggestion: 0.05,
  praise: 0.02,
} as const satisfies Record<AppealKind, number>
export const urgencyShares = { critical: 0.01, urgent: 0.06, normal: 0.85, complex: 0.08 } as const satisfies Record<
  Urgency,
  number
>
export const repeatShare = 0.15

const channelWeights: readonly (readonly [Channel, number])[] = [
  ['hotline12345', 46],
  ['wangxiaoge', 22],
  ['web', 10],
  ['visit', 8],
  ['wechatGroup', 7],
  ['gridPatrol', 3],
  ['letter', 2],
  ['superior', 1],
  ['police110', 1],
]
/** How often a template's own channel is taken instead: some matters come by one way only. */
const ownChannelShare = 0.35
const namedShare = 0.9
const phoneShare = 0.92
/** Of the newest appeals, so many may be heard of again. */
const rememberedAppeals = 500

export function composeAppealsFrom(texts: DemoTexts, drawPlace: DrawPlace): ComposeAppeal {
  const draw = templateDrawer(texts)
  const remembered: ComposedAppeal[] = []
  return (chance, urgency) => {
    if (urgency === undefined && remembered.length > 20 && chance.of(repeatShare)) {
      return repeated(chance, texts, chance.pick(remembered))
    }
    const drawnUrgency = urgency ?? chance.byWeight(Object.entries(urgencyShares) as [Urgency, number][])
    const template = draw(chance, drawnUrgency)
    const place = drawPlace(chance, template.place)
    const composed = { incoming: filled(chance, texts, template, place), urgency: drawnUrgency, template, place }
    remembered.push(composed)
    if (remembered.length > rememberedAppeals) remembered.shift()
    return composed
  }
}

/** The same caller, the same place, the same matter, in other words. */
function repeated(chance: Chance, { office }: DemoTexts, earlier: ComposedAppeal): ComposedAppeal {
  const { appeal } = earlier.incoming
  return {
    ...earlier,
    incoming: {
      appeal: {
        ...appeal,
        title: chance.pick(office.repeats).replace('{title}', appeal.title),
        text: `${chance.pick(office.repeatTexts)}${appeal.text}`,
        channel: chance.of(0.5) ? 'hotline12345' : appeal.channel,
      },
    },
  }
}

/** Urgent matters are of few kinds: ordinary ones are weighted so that all kinds together come out as they should. */
function templateDrawer({ appealsOf }: DemoTexts): (chance: Chance, urgency: Urgency) => AppealTemplate {
  const all = [...appealsOf.values()].flat()
  const byUrgency = Map.groupBy(all, (template) => template.urgency)
  const unusual = (['critical', 'urgent', 'complex'] as const).map((urgency) => byUrgency.get(urgency) ?? [])
  const shares = [urgencyShares.critical, urgencyShares.urgent, urgencyShares.complex]
  const weights = Object.entries(kindShares).map(([kind, share]) => {
    const taken = unusual.reduce((sum, templates, index) => {
      const ofKind = templates.filter((template) => template.kind === kind).length
      return sum + (templates.length === 0 ? 0 : ((shares[index] ?? 0) * ofKind) / templates.length)
    }, 0)
    return [kind as AppealKind, Math.max(share - taken, 0.001)] as const
  })
  return (chance, urgency) => {
    const special = byUrgency.get(urgency) ?? []
    if (urgency !== 'normal' && special.length > 0) return chance.pick(special)
    const kind = chance.byWeight(weights)
    const ordinary = (appealsOf.get(kind) ?? all).filter((template) => template.urgency === 'normal')
    return chance.pick(ordinary.length > 0 ? ordinary : all)
  }
}

function filled(chance: Chance, { people }: DemoTexts, template: AppealTemplate, place: DemoPlace): Incoming {
  const name = chance.pick(people.surnames) + chance.pick(people.givenNames)
  const phone = chance.pick(people.phonePrefixes) + String(chance.whole(0, 99_999)).padStart(5, '0')
  const slots: Record<string, string> = { ...place.names, name, phone }
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole)
  const channel = chance.of(ownChannelShare) ? template.channel : chance.byWeight(channelWeights)
  const isNamed = template.text.includes('{name}') || chance.of(namedShare)
  const hasPhone = template.text.includes('{phone}') || chance.of(phoneShare)
  return {
    appeal: {
      channel,
      kind: template.kind,
      title: fill(template.title),
      text: fill(template.text),
      category: template.category,
      citizen: { ...(isNamed && { name }), ...(hasPhone && { phone }) },
      ...(chance.of(0.7) ? { gridCode: place.grid } : { divisionCode: place.village }),
    },
  }
}
