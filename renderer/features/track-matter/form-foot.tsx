import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { TrackFailure } from './track-failure.tsx'
import type { SendState } from './use-send.ts'

/** The foot of a form: what sending it leads to, why the last try failed, and the one act. */
export function FormFoot({ hint, send, state }: { hint: string; send: string; state: SendState }) {
  const { t } = useText()
  return (
    <div className="track-foot">
      {state.phase === 'failed' ? <TrackFailure failure={state.failure} /> : <p className="track-help">{hint}</p>}
      <Button type="submit" look="primary" size="large" aria-busy={state.phase === 'busy'}>
        {state.phase === 'busy' ? t('resident.sending') : send}
      </Button>
    </div>
  )
}
