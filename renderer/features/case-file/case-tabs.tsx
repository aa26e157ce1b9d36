import { useKeys } from '../../shared/keys/use-keys.ts'
import { useText } from '../../shared/text/use-text.ts'
import { KeyCap } from '../../shared/ui/key-cap.tsx'
import './case-tabs.css'

export const caseTabs = ['overview', 'course'] as const
export type CaseTab = (typeof caseTabs)[number]

/** The pages of a case; `[` and `]` turn them. */
export function CaseTabs({
  tab,
  courseCount,
  onTab,
}: {
  tab: CaseTab
  courseCount: number | null
  onTab: (tab: CaseTab) => void
}) {
  const { t } = useText()
  const at = caseTabs.indexOf(tab)
  const turn = (step: number) => onTab(caseTabs[(at + step + caseTabs.length) % caseTabs.length] ?? 'overview')
  useKeys('case', [
    { id: 'case.tab.before', keys: ['['], label: t('caseFile.tabs.change'), run: () => turn(-1) },
    { id: 'case.tab.next', keys: [']'], label: t('caseFile.tabs.change'), run: () => turn(1) },
  ])
  return (
    <div className="case-tabs">
      <div role="tablist" aria-label={t('caseFile.title')}>
        {caseTabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`case-tab-${each}`}
            aria-controls="case-page"
            aria-selected={each === tab}
            onClick={() => onTab(each)}
          >
            {t(`caseFile.tabs.${each}`)}
            {each === 'course' && courseCount !== null && <i>{courseCount}</i>}
          </button>
        ))}
      </div>
      <span className="case-tabs-keys" aria-hidden="true">
        <KeyCap>[</KeyCap>
        <KeyCap>]</KeyCap> {t('caseFile.tabs.change')}
      </span>
    </div>
  )
}
