import type { Signature } from '@/contract/schemas/drawn'
import { formatInstantZh, type Instant } from '@/domain/dates'
import type { Block } from '../../drawing'
import type { ClaimRecord, DocumentRecord } from '../../store/entities'
import { paperTitle } from '../words/paper-words'
import { amountsBlock, claimFacts } from './claim-blocks'

/** What is declared with a claim; the page that asks for the signature says the same. */
export const DECLARATION = '以上内容和材料真实、完整。如有不实，愿意退回互助金。'

export interface Signed {
  /** Whom the claim is for. */
  claimant: string
  /** Who has signed: the member, or whoever hands the claim in for them. */
  name: string
  at: Instant
  /** Of who claims a death. */
  document?: { typeZh: string; numberMasked: string } | null
  signature: Signature
}

/** 申领表: what was filled in, which papers came with it, the declaration, and the signature below it. */
export function applicationBlocks(claim: ClaimRecord, documents: readonly DocumentRecord[], { claimant, name, at, document, signature }: Signed): Block[] {
  const papers = new Map<string, number>()
  for (const { documentType, state } of documents) if (state === 'RECEIVED') papers.set(documentType, (papers.get(documentType) ?? 0) + 1)
  const death = claim.cause === 'DEATH'
  const linesZh = [name, formatInstantZh(at)]
  return [
    { kind: 'facts', items: [{ labelZh: death ? '会员' : '申领人', valueZh: claimant }, ...(name === claimant ? [] : [{ labelZh: death ? '受益人' : '代办人', valueZh: name }]), ...(document ? [{ labelZh: '受益人证件', valueZh: `${document.typeZh} ${document.numberMasked}` }] : []), ...claimFacts(claim)] },
    ...amountsBlock(claim),
    { kind: 'heading', textZh: '材料', level: 2 },
    { kind: 'text', textZh: papers.size === 0 ? '没有上传材料。' : `${[...papers].map(([type, count]) => `${paperTitle(type)} ${count}份`).join('、')}。` },
    { kind: 'heading', textZh: '声明', level: 2 },
    { kind: 'text', textZh: DECLARATION },
    'strokes' in signature ? { kind: 'signature', labelZh: '签名', strokes: signature.strokes, linesZh } : { kind: 'typed', labelZh: '签名（以输入姓名代签）', nameZh: signature.typedName, linesZh },
  ]
}
