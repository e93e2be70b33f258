import type { DocumentType } from '@/contract/schemas/claim'
import { claimWindowEnd } from '@/domain/scheme-dates'
import { moveClaim } from '../handlers/flow/claims/claim-flow'
import { memberActor, ruleContext, type FlowContext } from '../handlers/flow/context'
import { withMatch } from '../handlers/flow/claims/auto-match'
import { benefitOf } from '../handlers/flow/claims/claim-benefit'
import { readClaimant } from '../handlers/flow/papers/claim-reader'
import { newClaim } from '../handlers/flow/claims/new-claim'
import { invoiceKeyOf } from '../handlers/records'
import { receiptOf } from '../handlers/views/receipt-view'
import { paperWords } from '../handlers/words/paper-words'
import { systemActor, type Actor } from '../rules/actors'
import { applyClaim } from '../rules/claim-machine'
import type { ClaimEvent } from '../rules/claim-types'
import { claimWindowYears } from '../rules/plans'
import type { ClaimRecord } from '../store/entities'
import { seedData, type SettlementData } from './persona-data'
import { samplePage } from './sample-page'

/** A claim of the seed before it is handed in. */
export interface Draft {
  persona: string
  /** Settlement of personas.json that the papers come from; it also names the claim. */
  settlement?: string
  claimNo?: string
  diagnosis?: ClaimRecord['diagnosis']
  types: string[]
  papers: DocumentType[]
  /** Filed by this agent with C6. */
  agent?: string
}

/** The claim as a draft, or (with `match`) as the system has worked it out from the settlement. */
export async function openedClaim(context: FlowContext, draft: Draft, match?: { amountFen: number }): Promise<ClaimRecord> {
  const settlement = settlementOf(draft)
  const windowFrom = settlement?.dischargedOn ?? draft.diagnosis?.diagnosedOn ?? context.now.slice(0, 10)
  const windowEndsOn = claimWindowEnd(windowFrom, claimWindowYears)
  const event: ClaimEvent = match
    ? { type: 'match', claimantRef: draft.persona, windowEndsOn, standing: false, ...match }
    : { type: 'create', claimantRef: draft.persona, windowEndsOn, c3Granted: true, c6Granted: draft.agent !== undefined }
  const { claim: progress } = applyClaim(null, event, ruleContext(context, match ? systemActor : filer(draft)))
  const claimNo = settlement?.claimId ?? draft.claimNo
  if (!progress || claimNo === undefined) throw new Error(`the seed's claim of ${draft.persona} has no number`)

  const opened = newClaim(context, {
    id: claimNo,
    ownerId: draft.persona,
    cause: settlement?.cause ?? (draft.diagnosis && (draft.diagnosis.category === 'LIGHT' || draft.diagnosis.category === 'SEVERE') ? 'CRITICAL' : 'FEMALE'),
    types: draft.types,
    diagnosis: draft.diagnosis,
    progress,
    ...(settlement ? billOf(settlement) : {}),
  })
  const benefit = match && settlement ? benefitOf(opened, await readClaimant(context.tx, draft.persona)) : null
  const claim = benefit && settlement ? withMatch(opened, benefit, settlement.dataAsOf) : opened
  await context.tx.put('claim', claim)
  if (claim.invoice) await context.tx.claimKey(invoiceKeyOf(claim.invoice), claim.id)
  return claim
}

/** The claim handed in with its papers. */
export async function submitted(created: FlowContext, handedIn: FlowContext, draft: Draft): Promise<ClaimRecord> {
  const claim = await openedClaim(created, draft)
  for (const [at, documentType] of draft.papers.entries()) await seedPaper(handedIn, claim, documentType, at + 1)
  const event: ClaimEvent = { type: 'submit', missingFiles: 0, invoiceUsedBy: null, windowEndsOn: claim.progress.windowEndsOn, c3Granted: true, ...(draft.diagnosis ? { c4Granted: true } : {}) }
  const moved = await moveClaim(handedIn, claim, event, filer(draft))
  const kept = { ...moved, receipt: receiptOf(moved, (await handedIn.tx.list('document', draft.persona)).filter(({ claimId }) => claimId === claim.id), handedIn.now) }
  await handedIn.tx.put('claim', kept)
  return kept
}

const filer = ({ persona, agent }: Draft): Actor => (agent === undefined ? memberActor(persona) : { role: 'AGENT', ref: agent })

async function seedPaper({ tx, now }: FlowContext, claim: ClaimRecord, documentType: DocumentType, number: number): Promise<void> {
  await tx.put('document', {
    id: `doc_${claim.id}-${number}`,
    ownerId: claim.ownerId,
    claimId: claim.id,
    documentType,
    clientRef: `seed-${number}`,
    name: `${paperWords(documentType).titleZh}.png`,
    state: 'RECEIVED',
    reasonZh: null,
    mime: samplePage.mime,
    sizeBytes: samplePage.bytes.length,
    receivedAt: now,
    hash: samplePage.hash,
  })
}

function settlementOf({ persona, settlement }: Draft): SettlementData | undefined {
  return seedData.personas.find(({ id }) => id === persona)?.records.settlements?.find(({ id }) => id === settlement)
}

/** Stay, amounts and invoice as the papers of a stay carry them. */
export function billOf(settlement: SettlementData): Pick<ClaimRecord, 'stay' | 'amounts' | 'invoice'> {
  const { hospital, admittedOn, dischargedOn, totalFen, pooledFen, inScopeSelfPayFen, outOfScopeFen, invoiceKey } = settlement
  const [code = '', number = ''] = invoiceKey.split('-')
  return { stay: { hospitalZh: hospital, admittedOn, dischargedOn }, amounts: { totalFen, pooledFen, inScopeSelfPayFen, outOfScopeFen, otherPaidFen: 0 }, invoice: { code, number } }
}
