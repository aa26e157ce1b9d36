import { useQuery } from '@tanstack/react-query'
import { categoryPathsOf } from '../../../hub-server/contract/reference.ts'
import { categoriesQuery } from '../../hub/reference-queries.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Field } from '../../shared/ui/field.tsx'
import { changeDraft, useDraft } from './draft.ts'
import { findCategories, spacedPath } from './find-categories.ts'
import { PickField } from './pick-field.tsx'

export function CategoryField({ refusal }: { refusal: string | null }) {
  const { t } = useText()
  const { category } = useDraft()
  const { data: paths, isError } = useQuery({ ...categoriesQuery(), select: categoryPathsOf })
  return (
    <div data-field="category">
      <Field label={t('register.field.category')} refusal={refusal}>
        {(control) => (
          <>
            <PickField
              control={control}
              label={t('register.category.list')}
              chosen={category === null ? null : spacedPath(category)}
              hint={t('register.category.hint')}
              noneFits={t('register.category.none')}
              find={(typed) =>
                findCategories(paths ?? [], typed).map((path) => ({ value: path, name: spacedPath(path) }))
              }
              onPick={(path) => changeDraft({ category: path })}
            />
            {isError && <p className="note">{t('register.category.failed')}</p>}
          </>
        )}
      </Field>
    </div>
  )
}
