import { formatInstantZh, localDateOf } from '@/domain/dates'
import type { CampaignRecord, WaitlistRecord } from '../../../store/entities'
import type { Tx } from '../../../store/store'
import type { FlowContext } from '../context'
import { firstFailure, giftChecks, withoutQuota } from './gift-checks'
import { readGiftFacts } from './gift-facts'
import { notify } from '../notify'
import { campaignOf, issueTicket, moveTicketRecord, placesLeft } from './places'

export const waitlistIdOf = (ownerId: string, campaignId: string): string => `${campaignId}:${ownerId}`

export const waitlistOf = async (tx: Tx, campaignId: string): Promise<WaitlistRecord[]> => (await tx.list('waitlist')).filter((entry) => entry.campaignId === campaignId)

/** 1 for the first; null: not on the list. */
export async function positionOf(tx: Tx, ownerId: string, campaignId: string): Promise<number | null> {
  const at = (await waitlistOf(tx, campaignId)).findIndex((entry) => entry.ownerId === ownerId)
  return at < 0 ? null : at + 1
}

/**
 * Gives free places to those who wait, first come first served: reserved for 24 hours (K02 by SYSTEM), and told. Who may not have the
 * gift any more leaves the list.
 */
export async function moveUp(context: FlowContext, campaignId: string): Promise<void> {
  const { tx, now } = context
  const waiting = await waitlistOf(tx, campaignId)
  let moved = 0
  for (const entry of waiting) {
    const campaign = await campaignOf(tx, campaignId)
    if (placesLeft(campaign) === 0 || now > campaign.closesAt) break
    await tx.delete('waitlist', entry.id)
    moved += 1
    if (await mayStillHave(context, campaign, entry)) await reserveFor(context, campaign, entry)
  }
  const next = waiting[moved]
  if (moved > 0 && next) {
    const { nameZh } = await campaignOf(tx, campaignId)
    await notify(context, next.ownerId, 'WAITLIST_POSITION', { values: { campaignName: nameZh, position: '1' } })
  }
}

async function mayStillHave({ tx, now }: FlowContext, campaign: CampaignRecord, { ownerId }: WaitlistRecord): Promise<boolean> {
  const account = await tx.get('account', ownerId)
  if (!account) return false
  const facts = await readGiftFacts(tx, account, localDateOf(now))
  return firstFailure(withoutQuota(giftChecks(campaign, facts, now))) === undefined
}

async function reserveFor(context: FlowContext, { id, nameZh }: CampaignRecord, { ownerId }: WaitlistRecord): Promise<void> {
  const issued = await issueTicket(context, { ownerId, campaignId: id, eventId: null, repId: null, leaseId: null, scannedAt: null })
  const { progress } = await moveTicketRecord(context, issued, { type: 'reserve' }, 'SYSTEM')
  const values = { campaignName: nameZh, reservedUntil: formatInstantZh(progress.reservedUntil ?? context.now) }
  await notify(context, ownerId, 'K02', { values, bySystem: true }, { campaignId: id })
}

/** The campaign is over: whoever still waits is told, and the list ends. */
export async function closeWaitlist(context: FlowContext, { id, nameZh }: CampaignRecord): Promise<void> {
  for (const entry of await waitlistOf(context.tx, id)) {
    await context.tx.delete('waitlist', entry.id)
    await notify(context, entry.ownerId, 'CAMPAIGN_CLOSED', { values: { campaignName: nameZh } })
  }
}
