import type { ClaimKind } from '@/contract/schemas/claim-kind'
import type { PlanId } from '@/contract/schemas/common'
import { benefitParams, planInfo } from '../../rules/plans'
import type { ClaimRecord } from '../../store/entities'
import { yuanZh } from './plan-figures'

interface KindWords {
  /** As a choice: what happened. */
  titleZh: string
  textZh: string
  /** Inside a sentence about covers. */
  kindZh: string
  claimZh: string
}

const words: Readonly<Record<ClaimKind, KindWords>> = {
  ILLNESS: { titleZh: '生病住院', textZh: '因疾病住院，已经出院结算的。', kindZh: '生病住院', claimZh: '生病住院申领' },
  ACCIDENT: { titleZh: '意外受伤', textZh: '跌倒、交通、工作中受伤等，住院、门诊、留下伤残都在这里。', kindZh: '意外受伤', claimZh: '意外受伤申领' },
  CRITICAL: { titleZh: '重大疾病', textZh: '医院已经确诊的重疾或轻症。', kindZh: '重大疾病', claimZh: '重疾申领' },
  FEMALE: { titleZh: '女性疾病', textZh: '女性恶性肿瘤或原位癌，已经确诊的。', kindZh: '女性重大疾病', claimZh: '女性重疾申领' },
  DEATH: { titleZh: '会员身故', textZh: '会员因意外身故，由受益人申领，存入受益人本人的银行卡。', kindZh: '意外身故', claimZh: '意外身故申领' },
}
export const kindWords = (kind: ClaimKind): KindWords => words[kind]

/** What a cover pays at most for what happened, in a line; the numbers are those of plans.json. */
export function worthZh(kind: ClaimKind, planId: PlanId, shares: number): string {
  const p = benefitParams[planId]
  const times = Math.min(shares, p.maxShares)
  switch (planId) {
    case 'P1':
      return `个人自付的${p.ratePercent}%`
    case 'P2':
      return `自费的${p.ratePercent}%`
    case 'P3':
      return `住院每天${yuanZh(p.dailyFen)}`
    case 'P4':
      return kind === 'DEATH' ? `身故${yuanZh(p.sumFen)}` : `伤残按等级，最高${yuanZh(p.sumFen)}；住院每天${yuanZh(p.dailyFen)}`
    case 'G7':
      return kind === 'DEATH' ? `身故${yuanZh(p.sumFen)}` : `报销后余下费用的${p.medicalRatePercent}%，最高${yuanZh(p.medicalCapFen)}；伤残最高${yuanZh(p.sumFen)}`
    case 'P5A':
    case 'P5B':
      return `重疾${yuanZh(p.severeFen)}，轻症${yuanZh(p.lightFen)}，各一次`
    case 'P6':
      return `${times}份：恶性肿瘤${yuanZh(p.malignantFen * times)}，原位癌${yuanZh(p.inSituFen * times)}，各一次`
    default:
      return planId satisfies never
  }
}

export const sexLimitZh = (planId: PlanId): string => `${planInfo(planId).nameZh}只限女性参保。`

/** What the day of the accident is called: who has died was not merely hurt. */
export const accidentDayZh = (cause: ClaimRecord['cause']): string => (cause === 'DEATH' ? '事故日期' : '受伤日期')
