import type { Payout } from '@/contract/schemas/claim'
import type { TimelineItem } from '@/contract/schemas/common'
import { bankNameZh } from '@/domain/bank-bins'
import { accountCauseZh, bankCode, isAccountCause, payoutWords } from '../../rules/payout-table'
import type { PayoutHistoryEntry, PayoutProgress } from '../../rules/payout-types'
import { payoutStatus } from '../../rules/wording'
import type { ClaimRecord, PayoutRecord } from '../../store/entities'
import { actorZh } from './claim-timeline'
import { titleOf } from './claim-view'

export function payoutView(payout: PayoutRecord, claim: ClaimRecord): Payout {
  const { progress } = payout
  return {
    payoutId: payout.id,
    payoutNo: payout.payoutNo,
    claimId: claim.id,
    claimNo: claim.claimNo,
    titleZh: `${titleOf(claim).replace('申领', '')}互助金`,
    amountFen: payout.amountFen,
    status: payoutStatus(progress),
    timeline: payoutTimeline(progress),
    // A critical illness has no bill to draw.
    split: claim.decision && claim.amounts ? claim.decision.calculation.split : null,
    bankZh: progress.account ? bankNameZh(progress.account.issuer) : null,
    last4: progress.account?.last4 ?? null,
    instructionNo: progress.instructionNo,
    paidAt: progress.paidAt,
    createdAt: payout.createdAt,
  }
}

/** The way of the money, oldest first; a return by the bank is a step like any other. */
function payoutTimeline({ history }: PayoutProgress): TimelineItem[] {
  return history
    .filter(({ event }) => event !== 'query')
    .map((entry, at) => ({
      titleZh: payoutWords(entry.to).titleZh,
      at: entry.at,
      whoZh: actorZh(entry.actor.role),
      detailZh: detailOf(entry),
      tone: at === history.length - 1 ? payoutStatusTone(entry) : 'neutral',
    }))
}

const payoutStatusTone = ({ to }: PayoutHistoryEntry): TimelineItem['tone'] => {
  const { tone } = payoutWords(to)
  return tone === 'action' || tone === 'info' || tone === 'success' || tone === 'warn' ? tone : 'neutral'
}

function detailOf({ event, codes }: PayoutHistoryEntry): string | null {
  const code = codes[0]
  if (code !== undefined) return bankCode(code)?.titleZh ?? (isAccountCause(code) ? accountCauseZh[code] : null)
  switch (event) {
    case 'bindCard':
      return '银行卡已更新,继续拨付'
    case 'grantC5':
      return '您已同意,继续拨付'
    case 'batch':
      return '已编入当天批次'
    case 'send':
      return '指令已送银行'
    case 'ack':
      return '银行已受理'
    default:
      return null
  }
}
