import { useKeys } from '../../shared/keys/use-keys.ts'
import { useText } from '../../shared/text/use-text.ts'
import { hubClock } from '../../shared/time/hub-clock.ts'
import { changeDraft, deskChannels, useDraft } from './draft.ts'

export interface RegisterKeyActs {
  readonly dispatch: () => void
  readonly only: () => void
  readonly look: () => void
  readonly separate: () => void
  readonly clear: () => void
  readonly close: () => void
  readonly goTo: (field: 'text' | 'phone') => void
  /** There is a likely duplicate to decide about. */
  readonly hasDuplicate: boolean
  /** What is written is on its way, or waits for the hub: it is not to be changed or sent twice. */
  readonly busy: boolean
  /** The answer is about to come. */
  readonly sending: boolean
}

/** The keys of the registration. Writing fields keep single characters, so all of these have Ctrl or Alt. */
export function useRegisterKeys(acts: RegisterKeyActs): void {
  const { t } = useText()
  const { channel, toldAt } = useDraft()
  const busy = acts.busy ? t('register.keys.waiting') : null
  const noDuplicate = acts.hasDuplicate ? null : t('register.keys.noDuplicate')
  useKeys('layer', [
    {
      id: 'register.dispatch',
      keys: ['Ctrl+Enter'],
      label: t('register.act.dispatch'),
      run: acts.dispatch,
      refusal: busy,
      hint: 1,
    },
    { id: 'register.only', keys: ['Ctrl+S'], label: t('register.act.only'), run: acts.only, refusal: busy, hint: 2 },
    {
      id: 'register.caller',
      keys: ['Alt+C'],
      label: t('register.keys.caller'),
      run: () => acts.goTo('phone'),
      hint: 3,
    },
    { id: 'register.text', keys: ['Alt+T'], label: t('register.keys.text'), run: () => acts.goTo('text'), hint: 4 },
    {
      id: 'register.channel',
      keys: ['Alt+L'],
      label: t('register.keys.channel'),
      run: () =>
        changeDraft({ channel: deskChannels[(deskChannels.indexOf(channel) + 1) % deskChannels.length] ?? channel }),
      refusal: busy,
      hint: 5,
    },
    {
      id: 'register.told',
      keys: ['Alt+Y'],
      label: t('register.keys.told'),
      run: () => changeDraft({ toldAt: toldAt === null ? hubClock.now() : null }),
      refusal: busy,
    },
    { id: 'register.look', keys: ['Alt+J'], label: t('register.duplicate.look'), run: acts.look, refusal: noDuplicate },
    {
      id: 'register.separate',
      keys: ['Alt+K'],
      label: t('register.duplicate.separate'),
      run: acts.separate,
      refusal: noDuplicate,
    },
    { id: 'register.clear', keys: ['Alt+X'], label: t('register.head.clear'), run: acts.clear, refusal: busy },
    {
      id: 'register.close',
      keys: ['Escape'],
      label: t('register.keys.close'),
      run: acts.close,
      refusal: acts.sending ? busy : null,
      hint: 6,
    },
  ])
}
