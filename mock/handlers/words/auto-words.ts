import { formatFen } from '@/domain/money'
import { isAutoPlan } from '../../rules/auto-claim'
import { limits, planInfo } from '../../rules/plans'
import { reasonWords } from '../../rules/reasons'
import type { BenefitResult } from '../../rules/benefit-types'
import type { ClaimRecord } from '../../store/entities'

/** Plans that keep a stay off the lane of 免审即享: the ones that would pay and need papers. */
export function plansByHandZh(benefit: Pick<BenefitResult, 'lines'> | null): string {
  const names = (benefit?.lines ?? []).filter(({ planId, amountFen }) => amountFen > 0 && !isAutoPlan(planId)).map(({ planId }) => planInfo(planId).nameZh)
  return names.length > 0 ? [...new Set(names)].join('、') : '相应的保障计划'
}

/** Why a stay came to the member as a prefilled draft (T43), while it is one; null for any other claim. */
export function preparedZh({ progress }: ClaimRecord, benefit: Pick<BenefitResult, 'lines'> | null): string | null {
  if (progress.state !== 'DRAFT' || progress.autoReasonCode === null || !progress.flags.includes('PREFILLED')) return null
  const { memberZh, nextZh } = reasonWords(progress.autoReasonCode, { planName: plansByHandZh(benefit), limit: formatFen(limits.autoClaimMaxFen.value), otherClaimNo: '另一笔申领' })
  return `${memberZh}${nextZh}`
}
