import { lazy, Suspense } from 'react'
import { useText } from '../../shared/text/use-text.ts'
import { Field } from '../../shared/ui/field.tsx'
import { changeDraft, useDraft } from './draft.ts'

// The picker brings Ant Design along: it is fetched while the officer writes, never before the sheet is there.
const OccurredPicker = lazy(async () => ({ default: (await import('./occurred-picker.tsx')).OccurredPicker }))

/** When it happened, where the caller says so; left empty it is the time of the call. */
export function OccurredField({ refusal }: { refusal: string | null }) {
  const { t } = useText()
  const { occurredAt } = useDraft()
  return (
    <div data-field="occurredAt" className="register-occurred" data-keys="own">
      <Field label={t('register.field.occurredAt')} refusal={refusal}>
        {({ id }) => (
          <Suspense
            fallback={<input className="ui-input" id={id} disabled placeholder={t('register.occurred.hint')} />}
          >
            <OccurredPicker
              id={id}
              label={t('register.field.occurredAt')}
              value={occurredAt}
              onChange={(value) => changeDraft({ occurredAt: value })}
            />
          </Suspense>
        )}
      </Field>
    </div>
  )
}
