import type { PlanId } from '@/contract/schemas/common'
import plansJson from '../../rules/data/plans.json'
import { benefitParams } from '../../rules/plans'
import { yuanZh } from './plan-figures'

export interface PlanWords {
  summaryZh: string
  paysZh: string[]
  notPaidZh: string[]
}

const { P1, P2, P3, P4, P5A, P5B, P6, G7 } = benefitParams
const excluded = plansJson.common.exclusions.zh.join('、')
const EXCLUDED = `${excluded}等除外情形`
const WAITING = '首次参保免责期内因疾病发生的情形（续保和意外伤害不设免责期）'
const BEFORE = '参保前或免责期内已经确诊的疾病'

const yuan = (fen: number | null): string => yuanZh(fen ?? 0)

const criticalIllness = (params: typeof P5A): PlanWords => ({
  summaryZh: `确诊约定的重大疾病，一次性给付${yuan(params.severeFen)}；轻症一次性给付${yuan(params.lightFen)}。`,
  paysZh: [`确诊约定重疾：一次性给付${yuan(params.severeFen)}`, `确诊约定轻症：一次性给付${yuan(params.lightFen)}`, '不需要先花钱，凭确诊材料申领；与医保和其他保障不冲突'],
  notPaidZh: [BEFORE, '同一类别再次确诊（每类只给付一次）', EXCLUDED],
})

/** What a plan is, pays and does not pay, in the words of its page. Every number comes from plans.json. */
export const planWords: Readonly<Record<PlanId, PlanWords>> = {
  P1: {
    summaryZh: `住院费用经医保报销后，医保范围内由个人自付的部分，再互助${P1.ratePercent}%。`,
    paysZh: [`医保统筹范围内的个人自付部分，按${P1.ratePercent}%互助`, `每一保障期最多${P1.maxAdmissions}次住院`, '生病住院和意外住院都可以申领'],
    notPaidZh: ['医保目录以外的自费部分（可由住院自费补贴保障计划补贴）', '门诊费用', WAITING, EXCLUDED],
  },
  P2: {
    summaryZh: `住院费用中医保目录以外的自费部分，补贴${P2.ratePercent}%。`,
    paysZh: [`医保目录以外的自费部分，按${P2.ratePercent}%补贴`, `每一保障期最多${P2.maxAdmissions}次住院`],
    notPaidZh: ['入院当天没有参加住院医保补充保障计划的', '门诊费用', WAITING, EXCLUDED],
  },
  P3: {
    summaryZh: `住院期间每天津贴${yuan(P3.dailyFen)}，每一保障期最多${P3.maxDays}天。`,
    paysZh: [`因疾病或意外住院，从第${P3.payFromDay}天起每天津贴${yuan(P3.dailyFen)}`, '按出院日期减入院日期计算天数，不足一天按一天', '与医保报销和其他互助金不冲突'],
    notPaidZh: [`每一保障期超过${P3.maxDays}天的部分`, WAITING, EXCLUDED],
  },
  P4: {
    summaryZh: `意外身故或伤残最高给付${yuan(P4.sumFen)}，意外住院每天津贴${yuan(P4.dailyFen)}。`,
    paysZh: [`意外身故或伤残，按伤残等级比例给付，最高${yuan(P4.sumFen)}`, `意外住院每天津贴${yuan(P4.dailyFen)}，每一保障期最多${P4.maxDays}天`],
    notPaidZh: ['因疾病发生的情形', EXCLUDED],
  },
  P5A: criticalIllness(P5A),
  P5B: criticalIllness(P5B),
  P6: {
    summaryZh: `女性会员确诊约定的恶性肿瘤，每份给付${yuan(P6.malignantFen)}；原位癌每份给付${yuan(P6.inSituFen)}。`,
    paysZh: [`确诊约定的女性恶性肿瘤：每份${yuan(P6.malignantFen)}`, `确诊约定的原位癌：每份${yuan(P6.inSituFen)}`, `每人最多${P6.maxShares}份，限女性会员参加`],
    notPaidZh: [BEFORE, '同一类别再次确诊（每类只给付一次）', EXCLUDED],
  },
  G7: {
    summaryZh: `新就业形态劳动者入会即领：意外医疗费用扣除已报销部分后按${G7.medicalRatePercent}%给付，最高${yuan(G7.medicalCapFen)}。`,
    paysZh: [`意外医疗费用扣除医保和其他报销后，按${G7.medicalRatePercent}%给付，最高${yuan(G7.medicalCapFen)}`, `意外身故或伤残，按伤残等级比例给付，最高${yuan(G7.sumFen)}`],
    notPaidZh: ['因疾病发生的费用', '已由医保或其他渠道报销的部分', EXCLUDED],
  },
}

/** The waiting period in one sentence. */
export function waitingWords(planId: PlanId): string {
  const { waitingDays } = benefitParams[planId]
  if (waitingDays === 0) return '没有免责期，生效当天起就有保障。'
  return `首次参保有${waitingDays}天免责期：免责期内因疾病发生的情形不予互助，免责期结束的次日起可以申领；续保和意外伤害没有免责期。`
}
