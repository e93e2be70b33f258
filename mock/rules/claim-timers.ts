import { endOfDay, type Instant, type LocalDate } from '@/domain/dates'
import { closesAfter } from './claim-guards'
import type { ClaimEvent, ClaimProgress, ClaimTimer } from './claim-types'

/** The next thing that happens to a claim by itself, and when (a limit ends at 24:00 of its day); null: nothing is waiting. */
export const nextClaimTimer = (claim: ClaimProgress): ClaimTimer | null => {
  const after = (dueOn: LocalDate | null | undefined, event: ClaimTimer['event']): ClaimTimer[] => (dueOn ? [{ at: endOfDay(dueOn), event }] : [])
  const overdue = (): ClaimTimer[] => (claim.flags.includes('REVIEW_OVERDUE') ? [] : after(claim.review?.hard.dueOn, { type: 'reviewOverdue' }))
  const timers = (): ClaimTimer[] => {
    switch (claim.state) {
      case 'DRAFT':
        return after(claim.draftExpiresOn, { type: 'idle' })
      case 'AUTO_MATCHED':
        return after(claim.autoDueOn, { type: 'timeout' })
      case 'UNION_CHECK':
        return [...after(claim.unionDue?.dueOn, { type: 'unionTimeout' }), ...overdue()]
      case 'SUBMITTED':
      case 'PRECHECK':
      case 'REVIEWING':
        return overdue()
      case 'SUPPLEMENT':
        return after(claim.supplement?.dueOn, { type: 'supplementTimeout' })
      case 'INVESTIGATING':
        return after(claim.investigateDueOn, { type: 'investigateTimeout' })
      case 'PAID':
        return after(claim.paidAt && closesAfter(claim.paidAt), { type: 'close' })
      case 'REJECTED':
        return after(claim.appealUntil, { type: 'appealWindowOver' })
      case 'APPROVED':
      case 'APPEALING':
      case 'PAYING':
      case 'WITHDRAWN':
      case 'EXPIRED':
      case 'CLOSED':
      case 'RECOVERING':
        return []
      default:
        return unreachable(claim.state)
    }
  }
  return timers().reduce<ClaimTimer | null>((first, timer) => (first === null || timer.at < first.at ? timer : first), null)
}

/** The timer that is due by `now`; apply it at its own `at`, then ask again, so that moving the clock runs everything in order. */
export const dueClaimEvent = (claim: ClaimProgress, now: Instant): ClaimTimer | null => {
  const timer = nextClaimTimer(claim)
  return timer && timer.at <= now ? timer : null
}

export const isClaimEvent = (event: ClaimTimer['event']): event is ClaimEvent => event.type !== 'reviewOverdue'

const unreachable = (state: never): never => {
  throw new Error(`not a claim state: ${String(state)}`)
}
