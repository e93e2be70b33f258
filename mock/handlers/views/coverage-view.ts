import type { Coverage } from '@/contract/schemas/member'
import { daysBetween, type LocalDate } from '@/domain/dates'
import { planInfo } from '../../rules/plans'
import type { ClaimRecord, CoverageRecord } from '../../store/entities'
import type { Tx } from '../../store/store'
import { coverageSourceZh } from '../words/member-words'
import { capOf } from './caps'
import { usedFenOf } from './usage'

interface Reader {
  tx: Tx
  account: { id: string }
  today: LocalDate
}

const order: Record<Coverage['status'], number> = { ACTIVE: 0, WAITING: 1, PENDING: 2, ENDED: 3 }

/** All covers of the signed-in person, running ones first. */
export async function coverageViews({ tx, account, today }: Reader): Promise<Coverage[]> {
  const [coverages, claims] = [await tx.list('coverage', account.id), await tx.list('claim', account.id)]
  return coverages
    .map((coverage) => coverageView(coverage, claims, today))
    .sort((a, b) => order[a.status] - order[b.status] || (a.endsOn < b.endsOn ? 1 : a.endsOn > b.endsOn ? -1 : 0))
}

/** `daysLeft` counts today; `daysTotal` is the whole period, first and last day included. */
export function coverageView(coverage: CoverageRecord, claims: readonly ClaimRecord[], today: LocalDate): Coverage {
  const status = statusOf(coverage, today)
  const daysTotal = daysBetween(coverage.effectiveOn, coverage.endsOn) + 1
  const cap = capOf(coverage)
  return {
    coverageId: coverage.id,
    planId: coverage.planId,
    planNameZh: planInfo(coverage.planId).nameZh,
    shares: coverage.shares,
    sourceZh: coverageSourceZh(coverage.source),
    effectiveOn: coverage.effectiveOn,
    endsOn: coverage.endsOn,
    waitingEndsOn: coverage.waitingEndsOn,
    benefitsFrom: coverage.benefitsFrom,
    status,
    statusZh: statusWords[status],
    daysLeft: status === 'PENDING' ? daysTotal : Math.max(0, daysBetween(today, coverage.endsOn) + 1),
    daysTotal,
    capFen: cap.fen,
    usedFen: Math.min(cap.fen, usedFenOf(coverage, claims)),
    sample: cap.sample,
  }
}

function statusOf({ effectiveOn, waitingEndsOn, endsOn }: CoverageRecord, today: LocalDate): Coverage['status'] {
  if (today > endsOn) return 'ENDED'
  if (today < effectiveOn) return 'PENDING'
  return waitingEndsOn !== null && today <= waitingEndsOn ? 'WAITING' : 'ACTIVE'
}

const statusWords: Record<Coverage['status'], string> = { PENDING: '尚未生效', WAITING: '免责期内', ACTIVE: '保障中', ENDED: '已到期' }
