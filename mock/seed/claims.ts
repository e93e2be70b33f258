import type { DocumentType } from '@/contract/schemas/claim'
import type { Instant, LocalDate } from '@/domain/dates'
import type { Env } from '../core'
import { approve, decide, FIRST_REVIEWER } from '../handlers/flow/claims/decide'
import { benefitOf } from '../handlers/flow/claims/claim-benefit'
import { moveClaim, routeClaim } from '../handlers/flow/claims/claim-flow'
import type { Corrected } from '../handlers/flow/people/corrections'
import { readClaimantOf } from '../handlers/flow/papers/claim-reader'
import type { FlowContext } from '../handlers/flow/context'
import { hear, orderOf } from '../handlers/flow/payouts/bank-talk'
import { movePayout } from '../handlers/flow/payouts/payout-flow'
import { bankActor, systemActor } from '../rules/actors'
import type { ClaimRecord, PayoutRecord } from '../store/entities'
import type { Tx } from '../store/store'
import { billOf, openedClaim, submitted, type Draft } from './drafts'
import { seedData } from './persona-data'

/**
 * Claims and payouts of personas.json, made by the rules themselves: each is played through the machines at the times that the file
 * names, so that no seeded record can be one that the machines would never make.
 */
export async function seedClaims(tx: Tx, env: Env): Promise<void> {
  const at = (now: Instant): { tx: Tx; env: Env; now: Instant } => ({ tx, env, now })
  await driver(at)
  await trade(at)
  await model(at)
  await hardship(at)
  await over60(at)
  await womanP6(at)
  await settlementsToCome(tx)
}

type At = (now: Instant) => { tx: Tx; env: Env; now: Instant }

const illnessPapers: DocumentType[] = ['ID_CARD', 'DIAGNOSIS_PROOF', 'PATHOLOGY_REPORT', 'MEDICAL_RECORD_COVER']
const inpatientPapers: DocumentType[] = ['ID_CARD', 'DISCHARGE_SUMMARY', 'MEDICAL_INVOICE', 'INSURANCE_SETTLEMENT']

/** Stays that the medical insurance partner reports after the first day has begun: 免审即享. */
async function settlementsToCome(tx: Tx): Promise<void> {
  for (const { id: ownerId, records } of seedData.personas) {
    const { settlementArrivesAt: arrivesAt, settlements = [] } = records
    if (arrivesAt === undefined) continue
    for (const settlement of settlements) {
      const { stay, amounts, invoice } = billOf(settlement)
      if (stay && amounts && invoice) await tx.put('settlement', { id: settlement.id, ownerId, arrivesAt, claimNo: settlement.claimId, cause: settlement.cause, stay, amounts, invoice, dataAsOf: settlement.dataAsOf, done: false })
    }
  }
}

/** Paid, then returned by the bank: the card is closed, another one is asked for. */
async function driver(at: At): Promise<void> {
  const claim = await reviewing(at, { persona: 'driver', settlement: 'ADM-0002', types: ['INPATIENT'], papers: inpatientPapers }, '2026-11-11')
  await approveAt(at('2026-11-16T10:00:00+08:00'), claim, { payoutNo: 'PY-2026-000021' })
  const payout = (): Promise<PayoutRecord> => payoutOf(at, 'PY-2026-000021')
  const [paidAt, backAt] = ['2026-11-17T11:20:00+08:00', '2026-11-20T09:10:00+08:00']
  await at(backAt).env.bank.plan({ payoutId: 'PY-2026-000021', outcome: 'RETURNED', returnCode: 'ACCOUNT_CLOSED', times: 1, bookAt: paidAt, returnAt: backAt })
  await sent(at('2026-11-16T16:00:00+08:00'), await payout())
  await bankActs(at('2026-11-16T16:01:00+08:00'))
  await bankActs(at(paidAt))
  await bankActs(at(backAt))
  await movePayout(at(backAt), await payout(), { type: 'bankReturn', code: 'ACCOUNT_CLOSED' }, bankActor)
  await movePayout(at(backAt), await payout(), { type: 'askAccountAgain' }, systemActor)
}

/** Sent back once with two papers to bring. */
async function trade(at: At): Promise<void> {
  const claim = await reviewing(at, { persona: 'trade', settlement: 'ADM-0004', types: ['INPATIENT'], papers: [...inpatientPapers, 'EXPENSE_LIST'] }, '2026-11-11')
  const items = [
    { id: 'S1', doc: 'EXPENSE_LIST', code: 'DOC_PAGE_MISSING' },
    { id: 'S2', doc: 'INSURANCE_SETTLEMENT', code: 'DOC_UNREADABLE' },
  ]
  await moveClaim(at('2026-11-18T10:00:00+08:00'), claim, { type: 'requestMore', items }, FIRST_REVIEWER)
}

/** A critical illness under review, and a stay that the system has worked out and that waits for a yes. */
async function model(at: At): Promise<void> {
  const diagnosis = { category: 'SEVERE', diagnosedOn: '2026-10-20', diseaseZh: '重大器官移植术', hospitalZh: '示例市第一人民医院' } as const
  await reviewing(at, { persona: 'model', claimNo: 'CLM-2026-000023', diagnosis, types: ['CRITICAL_ILLNESS'], papers: illnessPapers }, '2026-11-20')
  await openedClaim(at('2026-11-21T10:00:00+08:00'), { persona: 'model', settlement: 'ADM-0005', types: ['INPATIENT'], papers: [] }, { amountFen: 440_000 })
}

/** Admitted on the last day of the waiting period: refused by two people, with clause and date. */
async function hardship(at: At): Promise<void> {
  const claim = await reviewing(at, { persona: 'hardship', settlement: 'ADM-0006', types: ['INPATIENT'], papers: inpatientPapers }, '2026-10-15')
  await decide(at('2026-10-28T10:00:00+08:00'), claim, { decision: 'REJECT', reasonCode: 'WAITING_PERIOD' })
}

/** Filed by an officer of the school union as agent, so another officer has to look first. */
async function over60(at: At): Promise<void> {
  await reviewing(at, { persona: 'over60', settlement: 'ADM-0007', types: ['INPATIENT', 'ALLOWANCE'], papers: inpatientPapers, agent: 'union-officer' }, '2026-11-20')
}

/** The reviewer raised the class of the illness, so more is paid than was filed for; the bank is at work. */
async function womanP6(at: At): Promise<void> {
  const diagnosis = { category: 'IN_SITU', diagnosedOn: '2026-10-08', diseaseZh: '乳腺恶性肿瘤', hospitalZh: '示例妇幼保健院' } as const
  const claim = await reviewing(at, { persona: 'woman-p6', claimNo: 'CLM-2026-000026', diagnosis, types: ['FEMALE_ILLNESS'], papers: illnessPapers }, '2026-11-10')
  await approveAt(at('2026-11-19T16:30:00+08:00'), claim, { corrected: { category: 'MALIGNANT' }, payoutNo: 'PY-2026-000026' })
  await sent(at('2026-11-23T09:30:00+08:00'), await payoutOf(at, 'PY-2026-000026'))
  await bankActs(at('2026-11-23T09:31:00+08:00'))
}

/** With a batch of its own, and at once with the bank: a seed is one unit of work, and a store that was not filled knows nothing of it. */
async function sent(context: FlowContext, payout: PayoutRecord): Promise<void> {
  const instructed = await movePayout(context, await movePayout(context, payout, { type: 'batch' }, systemActor), { type: 'send' }, systemActor)
  await context.env.bank.instruct(orderOf(instructed), context.now)
}

async function bankActs(context: FlowContext): Promise<void> {
  for (const news of await context.env.bank.act(context.now)) await hear(context, { kind: 'TOLD', ...news })
}

/** Handed in on that day and routed: to a reviewer, or to the unit union where the rules say so. */
const reviewing = async (at: At, draft: Draft, on: LocalDate): Promise<ClaimRecord> => routeClaim(at(`${on}T10:30:00+08:00`), await submitted(at(`${on}T10:00:00+08:00`), at(`${on}T10:30:00+08:00`), draft))

async function approveAt(context: ReturnType<At>, claim: ClaimRecord, options: { corrected?: Corrected; payoutNo: string }): Promise<void> {
  await approve(context, claim, benefitOf(claim, await readClaimantOf(context.tx, claim)), options)
}

async function payoutOf(at: At, payoutNo: string): Promise<PayoutRecord> {
  const payout = await at('2026-11-23T10:00:00+08:00').tx.get('payout', payoutNo)
  if (!payout) throw new Error(`the seed has no payout ${payoutNo}`)
  return payout
}
