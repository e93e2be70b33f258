import type { PlanId } from '@/contract/schemas/common'
import type { Plan } from '@/contract/schemas/member'

export const CASES = ['住院', '意外', '重疾', '女性'] as const
export type Case = (typeof CASES)[number]

/** Which plans help when something has happened. */
const helps: Record<Case, readonly PlanId[]> = { 住院: ['P1', 'P2', 'P3'], 意外: ['P4', 'G7', 'P1', 'P3'], 重疾: ['P5A', 'P5B', 'P6'], 女性: ['P6'] }

/** Plans that fit what happened and every word that is looked for; all where nothing is asked. */
export function found(plans: readonly Plan[], what: Case | null, words: string): Plan[] {
  const wanted = words.trim().split(/\s+/).filter(Boolean)
  return plans.filter(({ planId, nameZh, nicknameZh, summaryZh, paysZh }) => {
    const text = [nameZh, nicknameZh ?? '', summaryZh, ...paysZh].join(' ')
    return (what === null || helps[what].includes(planId)) && wanted.every((word) => text.includes(word))
  })
}

/** Highest sums of a period as published for Guangzhou (R: edition 2025), fen; of the two tiers of critical illness the higher. */
export const STACK: readonly { planId: PlanId; fen: number }[] = [
  { planId: 'P5B', fen: 19_500_000 },
  { planId: 'P1', fen: 17_300_000 },
  { planId: 'P4', fen: 6_540_000 },
  { planId: 'P6', fen: 5_400_000 },
  { planId: 'P3', fen: 1_080_000 },
  { planId: 'P2', fen: 800_000 },
]
export const STACK_FEN = STACK.reduce((sum, { fen }) => sum + fen, 0)
