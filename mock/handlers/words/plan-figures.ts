import type { PlanId } from '@/contract/schemas/common'
import type { Plan } from '@/contract/schemas/member'
import { formatFen } from '@/domain/money'
import { planParam } from '../../rules/plans'
import { planCap } from '../views/caps'

type PlanFigure = Plan['figures'][number]
type Row = readonly [labelZh: string, param: string, words: (value: number) => string]

/** `9500` -> `95元`: whole yuan without the cents, as on a leaflet. */
export const yuanZh = (fen: number): string => `${formatFen(fen).replace(/\.00$/, '')}元`
const percentZh = (percent: number): string => `${percent}%`
const daysZh = (days: number): string => `${days}天`

const fee: Row = ['参保费', 'feeFen', (fen) => (fen === 0 ? '免费' : yuanZh(fen))]
const term: Row = ['保障期', 'termYears', (years) => `${years}年`]
const waiting: Row = ['首次参保免责期', 'waitingDays', (days) => (days === 0 ? '无' : daysZh(days))]
const admissions: Row = ['每期住院次数', 'maxAdmissions', (count) => `最多${count}次`]
const daily: Row = ['每天津贴', 'dailyFen', (fen) => `${yuanZh(fen)}/天`]
const maxDays: Row = ['每期最多', 'maxDays', daysZh]
const diseases: Row = ['约定疾病', 'diseaseCount', (count) => `${count}种`]

const rows: Readonly<Record<PlanId, readonly Row[]>> = {
  P1: [['个人自付部分互助', 'ratePercent', percentZh], admissions, waiting, term, fee],
  P2: [['自费部分补贴', 'ratePercent', percentZh], admissions, waiting, term, fee],
  P3: [daily, maxDays, waiting, term, fee],
  P4: [['身故、伤残最高', 'sumFen', yuanZh], ['意外住院每天', 'dailyFen', (fen) => `${yuanZh(fen)}/天`], ['意外住院每期最多', 'maxDays', daysZh], waiting, term, fee],
  P5A: [['重疾一次性', 'severeFen', yuanZh], ['轻症一次性', 'lightFen', yuanZh], diseases, waiting, term, fee],
  P5B: [['重疾一次性', 'severeFen', yuanZh], ['轻症一次性', 'lightFen', yuanZh], diseases, waiting, term, fee],
  P6: [['女性恶性肿瘤每份', 'malignantFen', yuanZh], ['原位癌每份', 'inSituFen', yuanZh], diseases, ['最多份数', 'maxShares', (count) => `${count}份`], waiting, term, ['每份参保费', 'feeFen', yuanZh]],
  G7: [['意外医疗扣除报销后', 'medicalRatePercent', percentZh], ['意外医疗最高', 'medicalCapFen', yuanZh], ['身故、伤残最高', 'sumFen', yuanZh], waiting, term, fee],
}

/** The numbers of a plan with their source: R published, I inferred, A assumed; `sample` shows 示例数据. */
export function planFigures(planId: PlanId, cityCode: string): PlanFigure[] {
  const figures = rows[planId].map(([labelZh, name, words]) => {
    const param = planParam(planId, name)
    if (!param || typeof param.value !== 'number') throw new Error(`plans.json: ${planId} has no number ${name}`)
    return { labelZh, valueZh: words(param.value), label: sourceLabel(param.label), sample: param.sample }
  })
  const cap = planCap(planId, cityCode)
  const [first, ...rest] = figures
  return [...(first ? [first] : []), { labelZh: '每期最高', valueZh: yuanZh(cap.fen), label: cap.label, sample: cap.sample }, ...rest]
}

const sourceLabel = (label: string): PlanFigure['label'] => (label === 'R' || label === 'I' ? label : 'A')
