import { LoadingRows } from '../shared/ui/state-notice.tsx'
import { useText } from '../shared/text/use-text.ts'

/** While a screen's own code is being fetched. */
export function ScreenOpening() {
  const { t } = useText()
  return (
    <div className="station">
      <LoadingRows rows={12} what={() => t('common.wait.screen')} />
    </div>
  )
}
