import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import type { Text } from '../../shared/text/use-text.ts'

/** Whose move it is, in words; null when the matter waits for nobody. */
export function mustMove({ state, leadUnit, historic }: CaseView, t: Text['t']): string | null {
  const unit = leadUnit?.name ?? t('caseFile.theUnit')
  if (historic) return null
  switch (state) {
    case 'registered':
      return t('caseFile.must.accept')
    case 'pendingDispatch':
      return t('caseFile.must.dispatch')
    case 'pendingAck':
      return t('caseFile.must.acknowledge', { unit })
    case 'handling':
    case 'suspended':
      return t('caseFile.must.handle', { unit })
    case 'returnRequested':
      return t('caseFile.must.decideReturn')
    case 'pendingReview':
      return t('caseFile.must.review')
    case 'concluded':
    case 'followingUp':
      return t('caseFile.must.followUp')
    case 'redo':
      return t('caseFile.must.redo', { unit })
    case 'logged':
    case 'inVillage':
    case 'resolvedInVillage':
    case 'declined':
    case 'closed':
    case 'archived':
    case 'terminated':
    case 'merged':
      return null
  }
}
