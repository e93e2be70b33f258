import type { ConsentId } from '@/contract/schemas/common'
import { claimRow } from '../../../rules/claim-table'
import { endAuthorisations } from './authorisation-end'
import { moveClaim } from '../claims/claim-flow'
import { memberActor, type FlowContext } from '../context'
import { dropIdentityQuestions } from './identity-question'
import { holdUnsent, resumeAfterConsent } from '../payouts/payout-flow'

/** What follows at once from granting or withdrawing a consent. */
export async function consentEffects(context: FlowContext & { account: { id: string } }, consentId: ConsentId, { granted, stopRunning = false }: { granted: boolean; stopRunning?: boolean }): Promise<void> {
  const { tx, account } = context
  if (consentId === 'C6' && !granted) await endAuthorisations(tx, account.id, context.now)
  if (consentId === 'C5') await (granted ? resumeAfterConsent(context, account.id) : holdUnsent(context, account.id))
  // T07: otherwise what waits for a yes goes on, and so does everything that was decided.
  if (consentId === 'C2' && !granted && stopRunning) {
    for (const claim of await tx.list('claim', account.id)) {
      if (claim.progress.state === 'AUTO_MATCHED') await moveClaim(context, claim, { type: 'decline' }, memberActor(account.id))
    }
  }
  // What waits for a person is not processed any more either.
  if (consentId === 'C2' && !granted) await dropIdentityQuestions(context, account.id)
  // Papers may not be looked at any more, so whatever is not decided yet cannot go on (the client has warned of it).
  if (consentId === 'C3' && !granted) {
    for (const claim of await tx.list('claim', account.id)) {
      if (claimRow('withdraw').from.includes(claim.progress.state)) await moveClaim(context, claim, { type: 'withdraw' }, memberActor(account.id))
    }
  }
}
