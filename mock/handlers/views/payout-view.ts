import type { Payout } from '@/contract/schemas/claim'
import type { TimelineItem } from '@/contract/schemas/common'
import { bankNameZh } from '@/domain/bank-bins'
import { accountCauseZh, bankCode, isAccountCause, payoutWords } from '../../rules/payout-table'
import type { PayoutHistoryEntry, PayoutProgress } from '../../rules/payout-types'
import { payoutStatus } from '../../rules/wording'
import type { ClaimRecord, PayoutRecord } from '../../store/entities'
import { actorZh } from './claim-timeline'
import { titleOf } from './claim-view'
import { actionAtOf } from './payout-act'

export function payoutView(payout: PayoutRecord, claim: ClaimRecord): Payout {
  const { offsets = [], progress } = payout
  return {
    payoutId: payout.id,
    payoutNo: payout.payoutNo,
    claimId: claim.id,
    claimNo: claim.claimNo,
    titleZh: `${titleOf(claim).replace('申领', '')}互助金`,
    amountFen: payout.amountFen,
    benefitFen: offsets.reduce((sum, { amountFen }) => sum + amountFen, payout.amountFen),
    offsets: offsets.map(({ amountFen, claimId, claimNo }) => ({ amountFen, claimId, claimNo })),
    status: payoutStatus(progress),
    timeline: payoutTimeline(progress),
    // A critical illness has no bill to draw.
    split: claim.decision && claim.amounts ? claim.decision.calculation.split : null,
    bankZh: progress.account ? bankNameZh(progress.account.issuer) : null,
    last4: progress.account?.last4 ?? null,
    // In the queue again after a return: the number of the attempt before was for another card, the next one has none yet.
    instructionNo: progress.state === 'READY' ? null : progress.instructionNo,
    paidAt: progress.paidAt,
    createdAt: payout.createdAt,
    adviceZh: adviceOf(progress),
    actionAt: actionAtOf(progress),
  }
}

/** While the bank's last word still stands between the member and the money. */
const adviceOf = ({ bankCode: code, state }: PayoutProgress): string | null =>
  code !== null && (payoutWords(state).memberActs || state === 'FAILED_RETRY') ? (bankCode(code)?.memberZh ?? null) : null

/** The way of the money, oldest first; a return by the bank is a step like any other. */
function payoutTimeline({ causeZh, history, payoutNo }: PayoutProgress): TimelineItem[] {
  let attempt = 0
  const shown = history.filter(({ event }) => event !== 'query')
  return shown.map((entry, at) => {
    if (entry.event === 'batch' || entry.event === 'retry') attempt += 1
    return {
      titleZh: stepTitle(entry),
      at: entry.at,
      whoZh: actorZh(entry.actor.role),
      detailZh: entry.event === 'cancel' ? causeZh : detailOf(entry, `${payoutNo}-${attempt}`),
      tone: at === shown.length - 1 ? payoutStatusTone(entry) : 'neutral',
    }
  })
}

/** What was asked for at that time: a first card is bound, not updated. */
function stepTitle({ to, codes }: PayoutHistoryEntry): string {
  const words = payoutWords(to)
  return words.variants?.find(({ when }) => codes.includes(when))?.titleZh ?? words.titleZh
}

const payoutStatusTone = ({ to }: PayoutHistoryEntry): TimelineItem['tone'] => {
  const { tone } = payoutWords(to)
  return tone === 'action' || tone === 'info' || tone === 'success' || tone === 'warn' ? tone : 'neutral'
}

function detailOf({ event, codes }: PayoutHistoryEntry, instructionNo: string): string | null {
  const code = codes[0]
  if (code !== undefined) return bankCode(code)?.titleZh ?? (isAccountCause(code) ? accountCauseZh[code] : null)
  switch (event) {
    case 'bindCard':
      return '银行卡已更新，继续拨付'
    case 'grantC5':
      return '您已同意，继续拨付'
    case 'batch':
      return '已编入当天批次'
    case 'send':
      return `指令${instructionNo}已送银行`
    case 'noAnswer':
      return '银行暂未返回结果,正在查询,不会重复付款'
    case 'stillRunning':
      return '银行答复：正在处理'
    case 'retry':
      return '再次编入批次'
    case 'changesOver':
      return '换卡次数已用完，由工作人员办理'
    case 'fix':
      return '人工处理完成，继续拨付'
    case 'reconcileSuccess':
      return '与银行对账确认已到账'
    case 'ack':
      return '银行已受理'
    default:
      return null
  }
}
