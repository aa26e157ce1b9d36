import { useQuery } from '@tanstack/react-query'
import { findUnits } from '../../hub/find-units.ts'
import { unitsQuery } from '../../hub/reference-queries.ts'
import { useSession } from '../../hub/session.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Field, type ControlProps } from '../../shared/ui/field.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { changeDraft, useDraft } from './draft.ts'
import { PickField } from './pick-field.tsx'

/** Who is to lead; left empty, the matter waits for triage. */
export function LeadUnitField({ refusal }: { refusal: string | null }) {
  const { t } = useText()
  const { leadUnit } = useDraft()
  const { data: units, isError } = useQuery(unitsQuery())
  return (
    <div data-field="leadUnit">
      <Field label={t('register.field.leadUnit')} refusal={refusal}>
        {(control) => (
          <>
            <UnitPick
              control={control}
              chosen={leadUnit === null ? null : (units?.get(leadUnit)?.name ?? leadUnit)}
              hint={t('register.unit.hint')}
              without={[]}
              onPick={(code) => changeDraft({ leadUnit: code })}
            />
            {isError && <p className="note">{t('register.unit.failed')}</p>}
          </>
        )}
      </Field>
    </div>
  )
}

/** Who is to help, one after the other. */
export function AssistUnitsField({ refusal }: { refusal: string | null }) {
  const { t } = useText()
  const { leadUnit, assistUnits } = useDraft()
  const { data: units } = useQuery(unitsQuery())
  return (
    <div data-field="assistUnits">
      <Field label={t('register.field.assistUnits')} refusal={refusal}>
        {(control) => (
          <>
            <UnitPick
              control={control}
              chosen={null}
              hint={t('register.unit.hintAssist')}
              without={leadUnit === null ? assistUnits : [leadUnit, ...assistUnits]}
              onPick={(code) => {
                if (code !== null) changeDraft({ assistUnits: [...assistUnits, code] })
              }}
            />
            <ul className="register-chips">
              {assistUnits.map((code) => {
                const name = units?.get(code)?.shortName ?? code
                return (
                  <li key={code}>
                    {name}
                    <Button
                      look="link"
                      aria-label={t('register.unit.remove', { name })}
                      onClick={() => changeDraft({ assistUnits: assistUnits.filter((each) => each !== code) })}
                    >
                      <Icon name="cross" size={12} />
                    </Button>
                  </li>
                )
              })}
            </ul>
          </>
        )}
      </Field>
    </div>
  )
}

interface UnitPickProps {
  control: ControlProps
  chosen: string | null
  hint: string
  without: readonly string[]
  onPick: (code: string | null) => void
}

/** Units near the place of the matter stand first. */
function UnitPick({ control, chosen, hint, without, onPick }: UnitPickProps) {
  const { t } = useText()
  const { place } = useDraft()
  const session = useSession()
  const { data: units } = useQuery(unitsQuery())
  const near = place ?? (session.phase === 'signedIn' ? session.user.centre.code : '')
  return (
    <PickField
      control={control}
      label={t('register.unit.list')}
      chosen={chosen}
      hint={hint}
      noneFits={units === undefined ? t('register.unit.failed') : t('register.unit.none')}
      find={(typed) =>
        findUnits(units?.values() ?? [], typed, near)
          .filter(({ code }) => !without.includes(code))
          .map(({ code, name, tier }) => ({ value: code, name, note: t(`labels.tier.${tier}`) }))
      }
      onPick={onPick}
    />
  )
}
