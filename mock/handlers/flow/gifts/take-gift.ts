import { localDateOf } from '@/domain/dates'
import { Refusal } from '../../../rules/refusal'
import type { TicketActor } from '../../../rules/ticket-types'
import type { Account, CampaignRecord, EnrolmentRecord, TicketRecord } from '../../../store/entities'
import type { FlowContext } from '../context'
import { enrol } from './enrol'
import type { EligibilityCheck } from '@/contract/schemas/member'
import { giftTerms, readGiftFacts } from './gift-facts'
import { issueTicket, moveTicketRecord, type NewTicket } from './places'
import { waitlistIdOf } from './waitlist'

/** K01 and K02: a ticket that holds a place. Whoever gets one waits no longer. @throws QUOTA_EXHAUSTED */
export async function reservePlace(context: FlowContext, parts: NewTicket, actor: TicketActor, clockSkew = false): Promise<TicketRecord> {
  const issued = await issueTicket(context, parts)
  await context.tx.delete('waitlist', waitlistIdOf(parts.ownerId, parts.campaignId))
  return moveTicketRecord(context, issued, { type: 'reserve', clockSkew }, actor)
}

/** K03: the member has confirmed, on their own phone or by a signature on site. */
export async function activateTicket(context: FlowContext, account: Account, campaign: CampaignRecord, ticket: TicketRecord, confirmedBy: 'PHONE' | 'SIGNATURE'): Promise<EnrolmentRecord> {
  const activated = await moveTicketRecord(context, ticket, { type: 'activate', confirmedBy }, 'MEMBER')
  return enrolFor(context, account, campaign, activated, 'K03')
}

/** Cover and certificate of a ticket that is ACTIVATED. */
export async function enrolFor(context: FlowContext, account: Account, campaign: CampaignRecord, ticket: TicketRecord, message: 'K03' | 'K07'): Promise<EnrolmentRecord> {
  const { coverages, today } = await readGiftFacts(context.tx, account, localDateOf(context.now))
  const enrolment = await enrol(context, account, { planId: campaign.planId, campaignId: campaign.id, source: 'GIFT', terms: giftTerms(campaign, coverages, today), message })
  await context.tx.put('ticket', { ...ticket, enrolmentId: enrolment.id })
  return enrolment
}

/** The refusal of a failing condition, in the member's words; the code of gift-codes.json stands in `reasonCode`. */
export const giftRefusal = ({ code, textZh }: EligibilityCheck): Refusal =>
  new Refusal(code === 'QUOTA_EXHAUSTED' || code === 'ALREADY_COVERED' ? code : 'GIFT_NOT_ELIGIBLE', textZh, {}, { reasonCode: code })
