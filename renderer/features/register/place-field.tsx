import { useQuery } from '@tanstack/react-query'
import { divisionsQuery } from '../../hub/reference-queries.ts'
import { useSession } from '../../hub/session.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Field } from '../../shared/ui/field.tsx'
import { changeDraft, useDraft } from './draft.ts'
import { PickField } from './pick-field.tsx'
import { findPlaces, placesOf } from './places.ts'
import { Required } from './required.tsx'

/** The place: a village where it is known, else its township or county. */
export function PlaceField({ refusal }: { refusal: string | null }) {
  const { t } = useText()
  const { place } = useDraft()
  const session = useSession()
  const { data: places, isError } = useQuery({ ...divisionsQuery(), select: placesOf })
  const centre = session.phase === 'signedIn' ? session.user.centre : null
  const chosen = place === null ? undefined : places?.get(place)
  return (
    <div data-field="place">
      <Field label={t('register.field.place')} refusal={refusal}>
        {(control) => (
          <>
            <PickField
              control={control}
              label={t('register.place.list')}
              chosen={place === null ? null : (chosen?.path ?? place)}
              hint={
                <>
                  {t('register.place.hint')}
                  <Required />
                </>
              }
              noneFits={t('register.place.none')}
              find={(typed) =>
                places === undefined || centre === null
                  ? []
                  : findPlaces(places.values(), typed, centre).map(({ code, path, tier }) => ({
                      value: code,
                      name: path,
                      note: `${t(`labels.tier.${tier}`)} · ${code}`,
                    }))
              }
              onPick={(code) => changeDraft({ place: code })}
              {...(chosen !== undefined && { end: <span className="note">{chosen.code}</span> })}
            />
            {isError && <p className="note">{t('register.place.failed')}</p>}
          </>
        )}
      </Field>
    </div>
  )
}
