import type { Claim } from '@/contract/schemas/claim'
import type { Instant } from '@/domain/dates'
import { isOver } from '../../rules/claim-guards'
import { claimRow } from '../../rules/claim-table'
import type { ClaimRecord } from '../../store/entities'
import { takesEvidence } from '../flow/papers/paper-access'
import { appealOpen, takesFeedback } from './afterwards-view'

/** What the member may do with a claim now, the most likely first. The machine decides again when it is done. */
export function actionsOf(claim: ClaimRecord, missing: Claim['missing'], now: Instant): Claim['actions'] {
  const withdraw: Claim['actions'] = claimRow('withdraw').from.includes(claim.progress.state) ? ['withdraw'] : []
  return [...ownActions(claim, missing, now), ...(takesFeedback(claim, now) ? (['feedback'] as const) : []), ...(takesEvidence(claim) ? (['addPapers'] as const) : []), ...withdraw]
}

function ownActions({ progress }: ClaimRecord, missing: Claim['missing'], now: Instant): Claim['actions'] {
  const windowOver = isOver(progress.windowEndsOn, now)
  switch (progress.state) {
    case 'DRAFT':
      return missing.length === 0 ? ['edit', 'submit', 'discard'] : ['edit', 'discard']
    case 'AUTO_MATCHED':
      return ['confirm', 'dispute', 'decline']
    case 'SUPPLEMENT':
      return ['resubmit']
    case 'EXPIRED':
      return windowOver ? [] : [progress.reopened ? 'refile' : 'reopen']
    case 'WITHDRAWN':
      return windowOver ? [] : ['refile']
    case 'REJECTED':
    case 'PAID':
    case 'CLOSED':
      return appealOpen(progress, now) ? ['appeal'] : []
    case 'SUBMITTED':
    case 'UNION_CHECK':
    case 'PRECHECK':
    case 'REVIEWING':
    case 'INVESTIGATING':
    case 'APPROVED':
    case 'APPEALING':
    case 'PAYING':
      return []
    case 'RECOVERING':
      return ['answerRecovery']
    default:
      return unreachable(progress.state)
  }
}

const unreachable = (state: never): never => {
  throw new Error(`not a state: ${String(state)}`)
}
