import type { Calculation } from '@/contract/schemas/claim'
import { formatDateZh } from '@/domain/dates'
import { formatFen } from '@/domain/money'
import type { Block } from '../../drawing'
import { planInfo } from '../../rules/plans'
import type { ClaimRecord } from '../../store/entities'
import { titleOf } from '../views/claim-view'

type Facts = Extract<Block, { kind: 'facts' }>['items']

/** Which claim it is about. */
export function claimFacts(claim: ClaimRecord): Facts {
  const { claimNo, stay, diagnosis, death, accident, accidentOn } = claim
  return [
    { labelZh: '受理编号', valueZh: claimNo },
    { labelZh: '类型', valueZh: titleOf(claim) },
    ...(stay ? [{ labelZh: '医院', valueZh: stay.hospitalZh }, { labelZh: '住院日期', valueZh: `${formatDateZh(stay.admittedOn)}至${formatDateZh(stay.dischargedOn)}` }] : []),
    ...(accidentOn ? [{ labelZh: '事故日期', valueZh: formatDateZh(accidentOn) }] : []),
    ...(accident ? [{ labelZh: '事故经过', valueZh: `${accident.placeZh}，${accident.howZh}` }] : []),
    ...(death ? [{ labelZh: '身故日期', valueZh: formatDateZh(death.diedOn) }] : []),
    ...(diagnosis ? [{ labelZh: '疾病', valueZh: diagnosis.diseaseZh }, { labelZh: '确诊', valueZh: `${formatDateZh(diagnosis.diagnosedOn)}，${diagnosis.hospitalZh}` }] : []),
  ]
}

export const yuan = (fen: number): string => `${formatFen(fen)} 元`

/** How an amount was worked out, plan by plan, with what was cut and the clauses it rests on. */
export function calculationBlocks({ amountFen, lines, adjustments = [], filedFen }: Calculation): Block[] {
  if (lines.length === 0) return []
  const cuts = lines.flatMap(({ planNameZh, reasonZh }) => (reasonZh === null ? [] : [text(`${planNameZh}:${reasonZh}`)]))
  const changes = adjustments.map(({ titleZh, textZh, clauseZh }) => text(`${titleZh}:${textZh}${clauseZh === null ? '' : `(${clauseZh})`}`))
  const difference = filedFen === undefined || adjustments.length === 0 || filedFen === amountFen ? [] : [text(adjustedZh(filedFen, amountFen))]
  const clauses = lines.flatMap((line) => (line.amountFen > 0 ? clauseOf(line) : []))
  return [
    heading('怎么算的'),
    { kind: 'table', headZh: ['保障计划', '算式', '金额（元）'], shares: [3, 5, 2], rows: lines.map(({ planNameZh, formulaZh, amountFen: fen }) => [planNameZh, formulaZh, formatFen(fen)]), totalZh: ['合计', formatFen(amountFen)] },
    ...(cuts.length + changes.length > 0 ? [heading('调整说明'), ...difference, ...changes, ...cuts] : []),
    ...(clauses.length > 0 ? [heading('依据'), ...clauses] : []),
  ]
}

const heading = (textZh: string): Block => ({ kind: 'heading', textZh, level: 2 })
const text = (textZh: string): Block => ({ kind: 'text', textZh })
const adjustedZh = (filedFen: number, amountFen: number): string => `原为${yuan(filedFen)}，${amountFen > filedFen ? '调高' : '调低'}${yuan(Math.abs(amountFen - filedFen))}。`

/** Decisions of before do not say by which clause each line is paid: the first of the plan. */
function clauseOf({ planId, planNameZh, clauseZh }: Calculation['lines'][number]): Block[] {
  if (clauseZh !== undefined) return [text(`${planNameZh}，${clauseZh}`)]
  return planInfo(planId).clauses.slice(0, 1).map(({ id, zh }) => text(`${planNameZh}第${id}条（示例条款）：${zh}`))
}

/** The bill as it was filed. */
export function amountsBlock({ amounts, invoice }: ClaimRecord): Block[] {
  if (!amounts) return []
  return [
    { kind: 'heading', textZh: '费用', level: 2 },
    {
      kind: 'table',
      headZh: ['项目', '金额（元）'],
      shares: [6, 3],
      rows: [
        ['总费用', formatFen(amounts.totalFen)],
        ['医保已付', formatFen(amounts.pooledFen)],
        ['自付', formatFen(amounts.inScopeSelfPayFen)],
        ['自费', formatFen(amounts.outOfScopeFen)],
        ...(amounts.otherPaidFen ? [['其他报销', formatFen(amounts.otherPaidFen)]] : []),
      ],
    },
    ...(invoice ? [{ kind: 'facts', items: [{ labelZh: '票据代码', valueZh: invoice.code }, { labelZh: '票据号码', valueZh: invoice.number }] } as const] : []),
  ]
}
