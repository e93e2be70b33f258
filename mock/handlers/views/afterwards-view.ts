import type { Recovery } from '@/contract/schemas/claim-actions'
import type { Instant } from '@/domain/dates'
import { isOver } from '../../rules/claim-guards'
import { reasonTitle } from '../../rules/reasons'
import type { ClaimRecord } from '../../store/entities'

/** An appeal is still the member's to file: once, in its time, and not about money that had to come back. */
export const appealOpen = ({ state, appealUsed, recoverFen, appealUntil }: ClaimRecord['progress'], now: Instant): boolean =>
  (state === 'REJECTED' || state === 'PAID' || state === 'CLOSED') && !appealUsed && recoverFen === null && appealUntil !== null && !isOver(appealUntil, now)

/** It has truly ended, and nothing has been said of it yet. Whoever was refused and may still appeal is not asked how it was. */
export function takesFeedback({ progress, feedback, decision }: ClaimRecord, now: Instant): boolean {
  if (feedback) return false
  if (progress.state === 'PAID') return true
  const refused = decision !== null && decision.reasonCode !== null
  return (progress.state === 'REJECTED' || progress.state === 'CLOSED') && !(refused && appealOpen(progress, now))
}

const choices = { REPAY: '转账退回', OFFSET: '从以后的互助金中抵扣' } as const

/** What is to come back, why, and what the member has answered. */
export function recoveryView({ progress, recoveryChoice, setOff = [], statements = [] }: ClaimRecord): Recovery | null {
  const { history, recoverFen, recoverReasonCode, recoverDueOn, state } = progress
  if (recoverFen === null || recoverReasonCode === null) return null
  const since = [...history].reverse().find(({ event }) => event === 'recover')?.at ?? ''
  const offsets = setOff.filter(({ at }) => at === null || at >= since)
  const takenFen = offsets.reduce((sum, { amountFen, at }) => (at === null ? sum : sum + amountFen), 0)
  return {
    amountFen: recoverFen + takenFen,
    leftFen: recoverFen,
    offsets: offsets.map(({ amountFen, at, claimNo }) => ({ claimNo, amountFen, at })),
    reasonZh: reasonTitle(recoverReasonCode),
    dueOn: recoverDueOn,
    choice: recoveryChoice ?? null,
    choiceZh: recoveryChoice ? choices[recoveryChoice] : null,
    howZh: recoveryChoice === 'REPAY' ? '收款户名“示例互助会”，转账时请注明受理编号；账号请拨打12351核对，不要向其他账号转账。' : recoveryChoice === 'OFFSET' ? '以后核定给您的互助金会先抵扣，扣完为止，每一笔都列在这里；您现在不用转账。' : null,
    objectionZh: [...statements].reverse().find(({ event }) => event === 'objection')?.textZh ?? null,
    settled: state !== 'RECOVERING',
  }
}
