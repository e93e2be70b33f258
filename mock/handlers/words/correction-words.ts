import type { Adjustment } from '@/contract/schemas/claim'
import { clauseZh } from '../../rules/plans'
import { reasonTitle, reasonWords } from '../../rules/reasons'
import type { CorrectionRecord } from '../../store/entities'

const categories = { LIGHT: '轻症', SEVERE: '重疾', IN_SITU: '原位癌', MALIGNANT: '恶性肿瘤' } as const
export const categoryZh = (category: keyof typeof categories): string => categories[category]

/** Where the right value stands. */
const SOURCE = '医保结算单和收费票据'

/** What was put right, from what to what, by which clause. @param plans those of the claim's covers, as clause families: P1, P5 */
export function adjustmentOf({ code, whatZh, oldZh, newZh }: CorrectionRecord, plans: readonly string[]): Adjustment {
  const { memberZh, clauses } = reasonWords(code, { old: oldZh, new: newZh, source: SOURCE })
  const clauseId = clauses.find((id) => plans.some((plan) => id.startsWith(`${plan}-`))) ?? clauses[0]
  const text = clauseId === undefined ? null : clauseZh(clauseId)
  return { titleZh: `${reasonTitle(code)}${whatZh === null ? '' : `（${whatZh}）`}`, textZh: memberZh, clauseZh: text === null ? null : `示例条款${clauseId}:${text}` }
}
