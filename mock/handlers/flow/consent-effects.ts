import type { ConsentId } from '@/contract/schemas/common'
import { claimRow } from '../../rules/claim-table'
import { endAuthorisations } from './authorisation-end'
import { moveClaim } from './claim-flow'
import { memberActor, type FlowContext } from './context'
import { holdUnsent, resumeAfterConsent } from './payout-flow'

/** What follows at once from granting or withdrawing a consent. */
export async function consentEffects(context: FlowContext & { account: { id: string } }, consentId: ConsentId, granted: boolean): Promise<void> {
  const { tx, account } = context
  if (consentId === 'C6' && !granted) await endAuthorisations(tx, account.id, context.now)
  if (consentId === 'C5') await (granted ? resumeAfterConsent(context, account.id) : holdUnsent(context, account.id))
  // Papers may not be looked at any more, so whatever is not decided yet cannot go on (the client has warned of it).
  if (consentId === 'C3' && !granted) {
    for (const claim of await tx.list('claim', account.id)) {
      if (claimRow('withdraw').from.includes(claim.progress.state)) await moveClaim(context, claim, { type: 'withdraw' }, memberActor(account.id))
    }
  }
}
