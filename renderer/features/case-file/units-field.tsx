import { useQuery } from '@tanstack/react-query'
import { unitsQuery } from '../../hub/reference-queries.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { UnitField, type UnitFieldProps } from './unit-field.tsx'

/** Several units, each taken from the same search; the chosen ones stand before it. */
export function UnitsField({
  value,
  onChange,
  ...rest
}: Omit<UnitFieldProps, 'value' | 'onChange'> & {
  value: readonly string[]
  onChange: (codes: readonly string[]) => void
}) {
  const { t } = useText()
  const { data: units } = useQuery(unitsQuery())
  return (
    <>
      {value.length > 0 && (
        <ul className="unit-chips">
          {value.map((code) => {
            const name = units?.get(code)?.shortName ?? code
            return (
              <li key={code}>
                {name}
                <Button
                  look="link"
                  aria-label={t('caseFile.form.removeUnit', { name })}
                  onClick={() => onChange(value.filter((each) => each !== code))}
                >
                  <Icon name="cross" size={12} />
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <UnitField
        {...rest}
        without={[...(rest.without ?? []), ...value]}
        value={undefined}
        onChange={(code) => {
          if (code !== undefined) onChange([...value, code])
        }}
      />
    </>
  )
}
