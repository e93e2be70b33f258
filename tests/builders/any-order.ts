import type { Claim } from '@/contract/schemas/claim'
import type { Decide } from '@/contract/schemas/tester'
import type { Api } from './api'
import { addPaper, anAccident, goldenAmounts, goldenStay } from './golden-claims'
import type { People } from './people'
import { SIGNED } from './signature'

/** Draws whole numbers below `n`. */
export type Draw = (n: number) => number

/** Who takes part, and the claim that a step is about: any of the member's, in whatever state; null where there is none yet. */
export interface Scene {
  world: People
  member: Api
  tester: Api
  claim: Claim | null
  draw: Draw
  no: number
}
type Answer = { status: number; text: string } | undefined

const decisions: readonly Decide[] = [
  { decision: 'APPROVE' },
  { decision: 'APPROVE', amounts: { ...goldenAmounts, pooledFen: 3_000_000, inScopeSelfPayFen: 700_000 } },
  { decision: 'APPROVE', disabilityGrade: 5 },
  { decision: 'REJECT', reasonCode: 'EXCLUDED_CAUSE', reasonZh: '写明为美容。' },
  { decision: 'REQUEST_MORE', items: [{ documentType: 'MEDICAL_INVOICE', reasonCode: 'DOC_UNREADABLE' }] },
  { decision: 'OVERTURN' },
  { decision: 'OVERTURN', amounts: { ...goldenAmounts, totalFen: 5_000_000, inScopeSelfPayFen: 2_300_000 } },
  { decision: 'UPHOLD' },
  { decision: 'ENDORSE' },
  { decision: 'INVESTIGATE' },
  { decision: 'INVESTIGATED' },
  { decision: 'RECOVER', reasonCode: 'OVERPAID', amountFen: 1000 },
  { decision: 'RECOVERED' },
]
const cards = ['6222020000000000000', '6228480000000000026', '6222020001000000404']
const outcomes = ['PAID', 'BANK_BUSY', 'ACCOUNT_CLOSED', 'RETURNED', 'NO_ANSWER', 'SILENT_PAID', 'SILENT_UNPAID', 'NETWORK'] as const
const offices = [{ action: 'FIX' }, { action: 'RECONCILE' }, { action: 'CANCEL', causeZh: '测试', benefitDue: true }, { action: 'CANCEL', causeZh: '测试', benefitDue: false }] as const

const one = <T>(draw: Draw, things: readonly T[]): T => {
  const thing = things[draw(things.length)]
  if (thing === undefined) throw new Error('nothing to draw from')
  return thing
}
const at = ({ claim }: Scene): { params: { claimId: string }; version: number } => ({ params: { claimId: claim?.claimId ?? 'none' }, version: claim?.version ?? 1 })
/** Now and then the version is that of before. */
const stale = (scene: Scene) => ({ ...at(scene), version: Math.max(1, at(scene).version - (scene.draw(8) === 0 ? 1 : 0)) })

/** Everything that a member, an office or a clock can do, whether or not it makes sense now. */
export const anything: Readonly<Record<string, (scene: Scene) => Promise<Answer>>> = {
  create: ({ member, draw }) => member('createClaim', { body: { cause: one(draw, ['ILLNESS', 'ACCIDENT', 'CRITICAL', 'FEMALE', 'DEATH'] as const) } }),
  fill: (scene) => {
    const accident = { ...anAccident, disabilityGrade: one(scene.draw, [null, 3, 8]), treatment: one(scene.draw, ['ADMITTED', 'OUTPATIENT', 'NONE'] as const) }
    const invoice = { code: '44990026', number: `00000000${10 + scene.draw(80)}` }
    return scene.member('updateClaim', { ...stale(scene), body: { stay: goldenStay, amounts: goldenAmounts, invoice, ...(scene.claim?.cause === 'ACCIDENT' ? { accidentOn: '2026-12-24', accident } : {}) } })
  },
  papers: async ({ world, claim }) => {
    if (claim?.status.state !== 'DRAFT') return undefined
    for (const { documentType } of claim.checklist.filter(({ required, received }) => required && received === 0)) await addPaper(world, claim, documentType, `${documentType}-${claim.claimId}`)
    return undefined
  },
  register: (scene) => scene.member('registerDocument', { ...at(scene), body: { documentType: 'MEDICAL_INVOICE', clientRef: `any-${scene.no}`, name: 'a.jpg', supplementItemId: scene.claim?.supplement?.items[0]?.itemId } }),
  submit: (scene) => scene.member('submitClaim', { ...stale(scene), body: SIGNED }),
  withdraw: (scene) => scene.member('withdrawClaim', { ...stale(scene), body: {} }),
  resubmit: (scene) => scene.member('resubmitClaim', { ...stale(scene), body: { reasons: (scene.claim?.supplement?.items ?? []).map(({ itemId }) => ({ itemId, reasonZh: '没有。' })) } }),
  confirm: (scene) => scene.member('confirmAutoClaim', { ...stale(scene), body: {} }),
  dispute: (scene) => scene.member('disputeAutoClaim', { ...stale(scene), body: { choice: one(scene.draw, ['DATA_WRONG', 'HUMAN'] as const) } }),
  decline: (scene) => scene.member('declineAutoClaim', { ...stale(scene), body: {} }),
  appeal: (scene) => scene.member('appealClaim', { ...stale(scene), body: { reasonZh: '不对。' } }),
  reopen: (scene) => scene.member('reopenClaim', { ...stale(scene), body: {} }),
  recover: (scene) => scene.member('answerRecovery', { ...stale(scene), body: { choice: one(scene.draw, ['REPAY', 'OFFSET'] as const) } }),
  feedback: (scene) => scene.member('giveFeedback', { ...at(scene), body: { score: 3 } }),
  discard: (scene) => scene.member('discardClaim', stale(scene)),
  consent: ({ member, draw }) => member('setConsent', { params: { consentId: one(draw, ['C2', 'C3', 'C4', 'C5', 'C6', 'C7'] as const) }, body: { granted: draw(4) > 0, version: '1.0', stopRunning: draw(2) === 1 } }),
  card: ({ member, draw }) => member('putBankAccount', { body: { cardNumber: one(draw, cards), confirmed: true } }),
  clock: ({ tester, draw }) => tester('moveClock', { body: { advanceDays: one(draw, [1, 1, 2, 5, 31, 61]) } }),
  decide: (scene) => scene.tester('decideClaim', { ...at(scene), body: one(scene.draw, decisions) }),
  settle: ({ tester, draw }) => tester('pushSettlement', { body: { accountId: 'courier', offsiteManual: draw(3) === 0 } }),
  plan: ({ tester, draw }) => tester('planBankOutcome', { params: { payoutId: 'next' }, body: { outcome: one(draw, outcomes) } }),
  finance: async ({ claim, tester, draw }) => {
    const payoutId = claim?.payoutIds[0]
    return payoutId === undefined ? undefined : tester('actAsFinance', { params: { payoutId }, body: one(draw, offices) })
  },
}
