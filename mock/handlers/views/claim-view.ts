import type { ChecklistItem, Claim, ClaimSummary } from '@/contract/schemas/claim'
import { formatDateZh, type Instant, type LocalDate } from '@/domain/dates'
import type { Env } from '../../core'
import { maskName } from '@/domain/masking'
import { claimStatus } from '../../rules/wording'
import { accidentDayZh } from '../words/kind-words'
import type { ClaimRecord, DocumentRecord, PayoutRecord } from '../../store/entities'
import type { Tx } from '../../store/store'
import { benefitOf, type Claimant } from '../flow/claims/claim-benefit'
import { begunCovers, coversOf, hasBill, hasDay, isDiagnosed, partsOf } from '../flow/claims/claim-covers'
import { readClaimantOf } from '../flow/papers/claim-reader'
import { beneficiaryDocumentOf } from '../flow/people/identity'
import { takesEvidence } from '../flow/papers/paper-access'
import { isGranted, isRecordQueryGranted } from '../guards'
import { preparedZh } from '../words/auto-words'
import { kindWords } from '../words/kind-words'
import { appealView, autoView, runningMatch, supplementView } from './after-submission-view'
import { estimateView } from './calculation-view'
import { actionsOf } from './claim-actions-view'
import { recoveryView } from './afterwards-view'
import { optionFor } from './claim-options-view'
import { checklistOf, documentView, missingPapers, namedByDocument, onceOnly, type Holders } from './claim-papers'
import { actionAtOf } from './payout-act'
import { prefillView } from './reading-view'
import { claimTimeline } from './claim-timeline'

interface Reader {
  tx: Tx
  env: Env
  now: Instant
  today: LocalDate
}

export interface ClaimParts {
  documents: DocumentRecord[]
  checklist: ChecklistItem[]
  missing: Claim['missing']
  consentsNeeded: Claim['consentsNeeded']
  claimant: Claimant
  beneficiaryDocument: Claim['beneficiaryDocument']
}

/** What stands beside the claim itself: papers, what is missing, which consents are asked for. */
export async function claimParts({ tx, today }: Pick<Reader, 'tx' | 'today'>, claim: ClaimRecord): Promise<ClaimParts> {
  const claimant = await readClaimantOf(tx, claim)
  const all = await tx.list('document', claim.ownerId)
  const documents = all.filter(({ claimId }) => claimId === claim.id)
  const known = onceOnly.filter((type) => all.some(({ claimId, documentType, state }) => claimId !== claim.id && documentType === type && state === 'RECEIVED' && submitted(claimant, claimId, documentType === 'AGENT_ID' ? claim.progress.agentRef : undefined)))
  const covers = hasDay(claim) ? coversOf(claim, claimant.coverages) : begunCovers(claim, claimant.coverages, today)
  const beneficiaryDocument = claim.cause === 'DEATH' ? await beneficiaryDocumentOf(tx, claim) : null
  const agent = claim.progress.agentRef === null ? undefined : await tx.get('account', claim.progress.agentRef)
  const holders: Holders = { ID_CARD: claimant.account.idType, BENEFICIARY_ID: beneficiaryDocument?.idType, AGENT_ID: agent?.idType }
  const checklist = namedByDocument(checklistOf(claim, covers, documents, known), holders)
  const consentsNeeded: Claim['consentsNeeded'] = [
    ...((await isGranted(tx, claim.ownerId, 'C3')) ? [] : (['C3'] as const)),
    ...(claim.progress.state === 'DRAFT' && isDiagnosed(claim.cause) && !(await isRecordQueryGranted(tx, claim)) ? (['C4'] as const) : []),
  ]
  const missing = claim.progress.state === 'DRAFT' ? missingOf(claim, checklist, consentsNeeded) : []
  if (claim.progress.state === 'DRAFT' && claim.cause === 'DEATH' && !beneficiaryDocument) missing.unshift({ part: 'event', textZh: '请填写您的证件。' })
  return { documents, checklist, consentsNeeded, claimant, missing, beneficiaryDocument }
}

/** @param agentRef the document of an agent says who that agent is: it counts only for claims of the same one */
const submitted = ({ claims }: Claimant, claimId: string, agentRef?: string | null): boolean =>
  claims.some(({ id, submittedAt, progress }) => id === claimId && submittedAt !== null && (agentRef === undefined || progress.agentRef === agentRef))

function missingOf(claim: ClaimRecord, checklist: readonly ChecklistItem[], consentsNeeded: Claim['consentsNeeded']): Claim['missing'] {
  return [
    ...eventMissing(claim).map((textZh) => ({ part: 'event' as const, textZh })),
    ...(claim.stay || !hasBill(claim) ? [] : [{ part: 'stay' as const, textZh: claim.accident?.treatment === 'OUTPATIENT' ? '请填写医院和就诊日期。' : '请填写医院和住院日期。' }]),
    ...(claim.amounts || !hasBill(claim) ? [] : [{ part: 'amounts' as const, textZh: '请填写费用。' }]),
    ...missingPapers(checklist).map(({ titleZh }) => ({ part: 'papers' as const, textZh: `还缺：${titleZh}` })),
    ...consentsNeeded.map((id) => ({ part: 'consents' as const, textZh: id === 'C4' ? '请先同意病案查询授权。' : '请先同意医疗材料上传与审核。' })),
  ]
}

/** What is not said yet of what happened. */
function eventMissing({ cause, accidentOn, accident = null, diagnosis = null, death = null }: ClaimRecord): string[] {
  if (cause === 'ILLNESS') return []
  if (isDiagnosed(cause)) return diagnosis ? [] : ['请填写疾病、医院和确诊日期。']
  return [...(accidentOn === null ? [`请填写${accidentDayZh(cause)}。`] : []), ...(accident ? [] : [cause === 'DEATH' ? '请填写事故的地点和经过。' : '请填写受伤的地点和经过。']), ...(cause === 'DEATH' && !death ? ['请填写身故日期。'] : [])]
}

const takesPapers = (claim: ClaimRecord): boolean => claim.progress.state === 'DRAFT' || claim.progress.state === 'SUPPLEMENT' || takesEvidence(claim)

/** Nothing is to be expected of it any more. */
const isGivenUp = ({ progress: { state } }: ClaimRecord): boolean => state === 'WITHDRAWN' || state === 'EXPIRED'

export async function claimView(reader: Reader, claim: ClaimRecord): Promise<Claim> {
  const parts = await claimParts(reader, claim)
  const payouts = await payoutsOf(reader.tx, claim)
  const last = payouts[payouts.length - 1]
  const benefit = benefitOf(claim, parts.claimant)
  const agent = claim.progress.agentRef === null ? undefined : await reader.tx.get('account', claim.progress.agentRef)
  return {
    claimId: claim.id,
    claimNo: claim.claimNo,
    version: claim.version,
    titleZh: titleOf(claim),
    forMasked: claim.memberId !== undefined ? maskName(parts.claimant.account.name) : null,
    agentMasked: agent ? maskName(agent.name) : null,
    cause: claim.cause,
    parts: partsOf(claim, reader.env.recognition !== undefined),
    accident: claim.accident ?? null,
    diagnosis: claim.diagnosis ?? null,
    death: claim.death ? { diedOn: claim.death.diedOn } : null,
    beneficiaryDocument: parts.beneficiaryDocument,
    accidentOn: claim.accidentOn,
    stay: claim.stay,
    amounts: claim.amounts,
    invoice: claim.invoice,
    status: statusOf(claim, payouts, reader.now),
    checklist: parts.checklist,
    documents: parts.documents.map(documentView),
    prefill: withEligibility(prefillView(reader.env, claim, parts.documents, parts.claimant.account.name), claim, parts.claimant, reader.today),
    preparedZh: preparedZh(claim, benefit),
    missing: parts.missing,
    consentsNeeded: takesPapers(claim) ? parts.consentsNeeded : [],
    estimate: claim.decision === null && !isGivenUp(claim) && benefit ? (runningMatch(claim)?.calculation ?? estimateView(claim, benefit)) : null,
    decision: claim.decision?.calculation ?? null,
    timeline: claimTimeline(claim.progress, claim.statements),
    payoutIds: payouts.map(({ id }) => id),
    actionAt: last ? actionAtOf(last.progress) : null,
    hasReceipt: claim.receipt !== null,
    supplement: supplementView(claim, parts.documents),
    auto: autoView(claim, reader.today),
    appeal: appealView(claim, reader.today),
    recovery: recoveryView(claim),
    feedback: claim.feedback ? { score: claim.feedback.score, wordsZh: claim.feedback.wordsZh } : null,
    actions: actionsOf(claim, parts.missing, reader.now),
    createdAt: claim.createdAt,
    updatedAt: claim.updatedAt,
  }
}

/** What stands against the stay is said as soon as one paper tells its day, before the rest of them is photographed. */
function withEligibility(prefill: Claim['prefill'], { cause, stay }: ClaimRecord, claimant: Claimant, today: LocalDate): Claim['prefill'] {
  const day = prefill?.admittedOn
  if (!prefill || !day || stay || cause !== 'ILLNESS') return prefill
  const { reasonZh } = optionFor(cause, claimant, today, day.value)
  return reasonZh === null ? prefill : { ...prefill, notesZh: [...prefill.notesZh, `材料上的入院日期读作${formatDateZh(day.value)}。${reasonZh}`] }
}

/** A line of the list: no hospital and no diagnosis, because a list is read over one's shoulder. */
export async function claimSummary({ tx, now }: Pick<Reader, 'tx' | 'now'>, claim: ClaimRecord): Promise<ClaimSummary> {
  const amountFen = claim.decision?.amountFen ?? null
  return { claimId: claim.id, claimNo: claim.claimNo, titleZh: titleOf(claim), status: statusOf(claim, await payoutsOf(tx, claim), now), amountFen, updatedAt: claim.updatedAt }
}

export const statusOf = (claim: ClaimRecord, payouts: readonly PayoutRecord[], now: Instant): Claim['status'] =>
  claimStatus(claim.progress, { claimNo: claim.claimNo, now, payout: payouts[payouts.length - 1]?.progress ?? null })

const payoutsOf = async (tx: Tx, { id, ownerId }: ClaimRecord): Promise<PayoutRecord[]> => (await tx.list('payout', ownerId)).filter(({ claimId }) => claimId === id)

export const titleOf = ({ cause }: Pick<ClaimRecord, 'cause'>): string => kindWords(cause).claimZh
