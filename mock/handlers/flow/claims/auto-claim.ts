import { msOf } from '@/domain/dates'
import { sameName } from '@/domain/names'
import { sumsUp } from '@/domain/money'
import { claimWindowEnd } from '@/domain/scheme-dates'
import { systemActor } from '../../../rules/actors'
import { autoClaimVerdict, isSampled } from '../../../rules/auto-claim'
import { isOver } from '../../../rules/claim-guards'
import { applyClaim } from '../../../rules/claim-machine'
import type { OpeningEvent } from '../../../rules/claim-types'
import { claimWindowYears } from '../../../rules/plans'
import type { ClaimRecord, SettlementRecord } from '../../../store/entities'
import { isGranted } from '../../guards'
import { bankCardIdOf, consentIdOf, invoiceKeyOf } from '../../records'
import { withMatch } from './auto-match'
import { cleanSettlement } from './clean-bill'
import { benefitOf, type ClaimBenefit, type Claimant } from './claim-benefit'
import { moveClaim, payOut } from './claim-flow'
import { typesOf } from './claim-covers'
import { readClaimant } from '../papers/claim-reader'
import { ruleContext, type FlowContext } from '../context'
import { decided } from './decide'
import { newClaim } from './new-claim'
import { plansByHandZh } from '../../words/auto-words'
import { standingNoteZh } from '../../words/benefit-words'
import { notify } from '../notify'
import { askAboutIdentity } from '../people/identity-question'

const HOUR_MS = 3_600_000

export interface AutoOutcome {
  outcome: 'MATCHED' | 'PREFILLED' | 'PERSON' | 'NOTHING'
  reasonCode: string | null
  claimId: string | null
}

/** A settlement of the seed whose time has come. */
export async function settlementArrives(context: FlowContext, settlement: SettlementRecord): Promise<void> {
  await context.tx.put('settlement', { ...settlement, done: true })
  await autoClaim(context, settlement)
}

/**
 * 免审即享: a settlement that the medical insurance partner reports becomes money without a tap, a question, a prefilled draft - or
 * nothing at all, as the guards of claim-states.json `autoClaim` say (rule source A). The machine approves; it never refuses.
 */
export async function autoClaim(context: FlowContext, reported: SettlementRecord): Promise<AutoOutcome> {
  const settlement = cleanSettlement(reported)
  const { tx, now } = context
  // Without C2 not even the cover is looked up (PIPL: nothing is processed).
  if (!(await isGranted(tx, settlement.ownerId, 'C2'))) return nothing('AUTO_NO_CONSENT')
  // Too late to claim by hand, so neither a draft nor money can come of it.
  if (isOver(openingOf(settlement).windowEndsOn, now)) return nothing('WINDOW_EXPIRED')
  const claimant = await readClaimant(tx, settlement.ownerId)
  const benefit = benefitOf({ id: settlement.claimNo, cause: settlement.cause, accidentOn: null, stay: settlement.stay, amounts: settlement.amounts }, claimant)
  if (!benefit) return nothing('AUTO_RULE_DOUBT')
  const verdict = autoClaimVerdict(await factsOf(context, settlement, claimant, benefit))

  switch (verdict.kind) {
    case 'NOTHING':
      if (verdict.reasonCode === 'AUTO_DUPLICATE') await tellOfDuplicate(context, settlement)
      if (verdict.reasonCode !== 'AUTO_DATA_CONFLICT') return nothing(verdict.reasonCode)
      await askAboutIdentity(context, settlement)
      return { outcome: 'PERSON', reasonCode: verdict.reasonCode, claimId: null }
    case 'PREFILL': {
      const { id } = await open(context, settlement, benefit, { type: 'prefill', c2Granted: true, reasonCode: verdict.reasonCode, ...openingOf(settlement) })
      return { outcome: 'PREFILLED', reasonCode: verdict.reasonCode, claimId: id }
    }
    case 'MATCH':
      await match(context, settlement, benefit)
      return { outcome: 'MATCHED', reasonCode: null, claimId: settlement.claimNo }
    default:
      return verdict satisfies never
  }
}

const nothing = (reasonCode: string): AutoOutcome => ({ outcome: 'NOTHING', reasonCode, claimId: null })

/** T02, then in the same run T05 where sampled, T03 and T33 with a standing instruction, otherwise the question. */
async function match(context: FlowContext, settlement: SettlementRecord, benefit: ClaimBenefit): Promise<void> {
  const standing = (await context.tx.get('consent', consentIdOf(settlement.ownerId, 'C2')))?.standing ?? false
  const sampled = isSampled(settlement.claimNo)
  const matched = await open(context, settlement, benefit, { type: 'match', amountFen: benefit.totalFen, standing, ...openingOf(settlement) }, standing || sampled)
  if (sampled) await moveClaim(context, matched, { type: 'sample', sampled }, systemActor)
  else if (standing) {
    const confirmed = await moveClaim(context, matched, { type: 'autoConfirm', standing, sampled }, systemActor)
    await payOut(context, await decided(context, confirmed, benefit, null, undefined, standingNoteZh(context.now)))
  }
}

async function factsOf({ tx, now }: FlowContext, settlement: SettlementRecord, { account, claims }: Claimant, benefit: ClaimBenefit): Promise<Parameters<typeof autoClaimVerdict>[0]> {
  const { ownerId, cause, amounts, invoice, nameZh, offsiteManual = false, reversed = false, thirdParty = false } = settlement
  const card = await tx.get('bankCard', bankCardIdOf(ownerId))
  const holder = await tx.keyHolder(invoiceKeyOf(invoice))
  return {
    c2: await isGranted(tx, ownerId, 'C2'),
    // The simulated partner always has the right number; a name may differ.
    identityEqual: nameZh === undefined || sameName(nameZh, account.name),
    covered: benefit.covers.length > 0,
    // Nothing to pay is no amount over the limit: whether that is right, a person weighs.
    rulesHold: benefit.totalFen > 0 && !benefit.reasons.some(({ code }) => ruleDoubts.has(code)),
    plans: benefit.lines.filter(({ amountFen }) => amountFen > 0).map(({ planId }) => planId),
    sumFen: benefit.totalFen,
    cause,
    thirdParty,
    offsiteManual,
    addsUp: sumsUp(amounts) && !reversed,
    duplicateOf: holder ?? null,
    cardVerifiedHours: card?.verifiedAt && card.problemCode === null ? Math.floor((msOf(now) - msOf(card.verifiedAt)) / HOUR_MS) : null,
    c5: await isGranted(tx, ownerId, 'C5'),
    openRecovery: claims.some(({ progress }) => progress.state === 'RECOVERING'),
  }
}

/** Reasons of the rules that only a person may weigh. */
const ruleDoubts: ReadonlySet<string> = new Set(['WAITING_PERIOD', 'SEX_LIMIT', 'AGE_LIMIT'])

async function tellOfDuplicate(context: FlowContext, { ownerId, invoice }: SettlementRecord): Promise<void> {
  const holder = await context.tx.keyHolder(invoiceKeyOf(invoice))
  const other = holder === undefined ? undefined : await context.tx.get('claim', holder)
  if (other?.ownerId === ownerId) await notify(context, ownerId, 'AUTO_DUPLICATE', { values: { otherClaimNo: other.claimNo } }, { claimId: other.id })
}

const openingOf = ({ ownerId, stay }: SettlementRecord): { claimantRef: string; windowEndsOn: string } => ({ claimantRef: ownerId, windowEndsOn: claimWindowEnd(stay.dischargedOn, claimWindowYears) })

/** Stores the claim as the event opens it, with its invoice, and tells the member. */
async function open(context: FlowContext, settlement: SettlementRecord, benefit: ClaimBenefit, event: OpeningEvent, noAnswerNeeded = false): Promise<ClaimRecord> {
  const { claim: progress, transition } = applyClaim(null, event, ruleContext(context, systemActor))
  if (!progress || transition === null) throw new Error(`${event.type} gives no claim`)
  const { claimNo, ownerId, cause, stay, amounts, invoice } = settlement
  const opened = newClaim(context, { id: claimNo, ownerId, cause, types: typesOf({ cause }, benefit.covers), stay, amounts: sumsUp(amounts) ? amounts : null, invoice, progress })
  // Sums that do not fit are for the member to read off the papers. Stores of before know no age of the data.
  const claim = event.type === 'match' ? withMatch(opened, benefit, settlement.dataAsOf ?? settlement.arrivesAt) : opened
  await context.tx.put('claim', claim)
  await context.tx.claimKey(invoiceKeyOf(invoice), claim.id)
  await notify(context, ownerId, transition, { claim: { progress, claimNo }, noAnswerNeeded, values: { planName: plansByHandZh(benefit) } }, { claimId: claim.id })
  return claim
}
