import type { PlanId } from '@/contract/schemas/common'
import type { GiftOffer, Plan } from '@/contract/schemas/member'

export const CASES = ['住院', '意外', '重疾', '女性'] as const
export type Case = (typeof CASES)[number]

/** Which plans help when something has happened. */
const helps: Record<Case, readonly PlanId[]> = { 住院: ['P1', 'P2', 'P3'], 意外: ['P4', 'G7', 'P1', 'P3'], 重疾: ['P5A', 'P5B', 'P6'], 女性: ['P6'] }

/** What people say of what happened, and the case it is. A word may begin one of these or be one. */
const everyday: Record<Case, readonly string[]> = {
  住院: ['生病', '看病', '疾病', '手术', '开刀', '医院', '出院', '医药费', '医疗费', '自费', '自付', '医保', '肺炎', '阑尾', '分娩'],
  意外: ['骨折', '摔伤', '摔倒', '车祸', '交通', '撞', '烫伤', '烧伤', '触电', '扭伤', '割伤', '受伤', '工伤', '溺水', '伤残', '身故', '死亡'],
  重疾: ['重病', '大病', '肿瘤', '癌', '白血病', '心梗', '心脏', '中风', '脑梗', '脑出血', '肾衰', '尿毒症', '移植'],
  女性: ['女', '妇科', '乳腺', '宫颈', '卵巢', '子宫', '原位癌'],
}
const casesOf = (word: string): Case[] => CASES.filter((name) => name === word || everyday[name].some((said) => said.includes(word) || word.includes(said)))

/** The gift by which a member may have this plan now. */
export const giftOf = (planId: PlanId, offers: readonly GiftOffer[] = []): GiftOffer | undefined => offers.find((offer) => offer.planId === planId && offer.state === 'AVAILABLE')

/** Plans that fit what happened and every word that is looked for; all where nothing is asked. */
export function found(plans: readonly Plan[], what: Case | null, words: string): Plan[] {
  const wanted = words.trim().split(/\s+/).filter(Boolean)
  return plans.filter(({ planId, nameZh, nicknameZh, summaryZh, paysZh }) => {
    const text = [nameZh, nicknameZh ?? '', summaryZh, ...paysZh].join(' ')
    return (what === null || helps[what].includes(planId)) && wanted.every((word) => text.includes(word) || casesOf(word).some((name) => helps[name].includes(planId)))
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
