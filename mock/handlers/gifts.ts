import type { Handler } from '../core'
import { Refusal } from '../rules/refusal'
import { firstFailure, giftChecks, withoutQuota } from './flow/gifts/gift-checks'
import { readGiftFacts, takenFrom } from './flow/gifts/gift-facts'
import { settleCampaign } from './flow/gifts/gift-timers'
import { notify } from './flow/notify'
import { campaignOf, placesLeft, ticketOf } from './flow/gifts/places'
import { giftRefusal, reservePlace } from './flow/gifts/take-gift'
import { eventOfPlace, openVisit, scannedEvent, useVisit } from './flow/gifts/visits'
import { positionOf, waitlistIdOf } from './flow/gifts/waitlist'
import { isHeld, isOffered, offerDetailView, offerView } from './views/gift-view'
import { ticketView } from './views/ticket-view'

export const listGiftOffers: Handler<'listGiftOffers'> = async ({ account, tx, now, today }) => {
  const facts = await readGiftFacts(tx, account, today)
  const held = new Set((await tx.list('ticket', account.id)).filter(isHeld).map(({ campaignId }) => campaignId))
  const offered = (await tx.list('campaign')).filter((campaign) => held.has(campaign.id) || isOffered(campaign, facts, now))
  const order = { AVAILABLE: 0, TAKEN: 1, NOT_ELIGIBLE: 2 }
  return { items: offered.map((campaign) => offerView(campaign, facts, now, held.has(campaign.id))).sort((a, b) => order[a.state] - order[b.state]) }
}

export const getGiftOffer: Handler<'getGiftOffer'> = async (context) => {
  const { account, params, tx, now, today } = context
  await campaignOf(tx, params.campaignId)
  await settleCampaign(context, params.campaignId)
  const campaign = await campaignOf(tx, params.campaignId)
  const facts = await readGiftFacts(tx, account, today)
  const ticket = await ticketOf(tx, account.id, campaign.id)
  const position = await positionOf(tx, account.id, campaign.id)
  return offerDetailView(campaign, facts, { consents: await tx.list('consent', account.id), ticket, position }, now)
}

export const resolveGiftCode: Handler<'resolveGiftCode'> = async ({ params, account, ...context }) => {
  const event = await scannedEvent(context, params.code, account.id)
  return { campaignId: event.campaignId, eventId: event.id, placeZh: event.placeZh }
}

export const openGiftVisit: Handler<'openGiftVisit'> = async ({ body, tx, env, now }) => openVisit({ tx, env, now }, body.code)

export const reserveGift: Handler<'reserveGift'> = async (context) => {
  const { account, body, params, tx, now, today } = context
  await campaignOf(tx, params.campaignId)
  await settleCampaign(context, params.campaignId)
  const campaign = await campaignOf(tx, params.campaignId)
  const ticket = await ticketOf(tx, account.id, campaign.id)
  const event = await eventOfPlace(context, body.code, account.id, ticket)
  if (event && event.campaignId !== params.campaignId) throw new Refusal('CODE_INVALID')
  const facts = await readGiftFacts(tx, account, today)
  const held = ticket && (ticket.progress.state === 'RESERVED' || ticket.progress.state === 'ACTIVATED') ? ticket : undefined
  if (held) return ticketView(held, facts.coverages, campaign)
  const failure = firstFailure(giftChecks(campaign, facts, now))
  if (failure) throw giftRefusal(failure)
  const reserved = await reservePlace(context, { ownerId: account.id, campaignId: campaign.id, eventId: event?.id ?? null, repId: null, leaseId: null, scannedAt: null }, 'MEMBER')
  if (body.code !== undefined) await useVisit(context, body.code, account.id)
  return ticketView(reserved, facts.coverages, campaign)
}

export const joinWaitlist: Handler<'joinWaitlist'> = async (context) => {
  const { account, params, tx, now, today } = context
  await campaignOf(tx, params.campaignId)
  await settleCampaign(context, params.campaignId)
  const campaign = await campaignOf(tx, params.campaignId)
  const waiting = await positionOf(tx, account.id, campaign.id)
  if (waiting !== null) return { position: waiting }
  const facts = await readGiftFacts(tx, account, today)
  const failure = firstFailure(withoutQuota(giftChecks(campaign, facts, now)))
  if (failure) throw giftRefusal(failure)
  const ticket = await ticketOf(tx, account.id, campaign.id)
  if (placesLeft(campaign) > 0 || ticket?.progress.state === 'RESERVED' || takenFrom(campaign, facts.enrolments)) throw new Refusal('PLACE_AVAILABLE')
  await tx.put('waitlist', { id: waitlistIdOf(account.id, campaign.id), ownerId: account.id, campaignId: campaign.id, createdAt: now })
  const position = (await positionOf(tx, account.id, campaign.id)) ?? 1
  await notify(context, account.id, 'WAITLISTED', { values: { campaignName: campaign.nameZh, position: String(position) } })
  return { position }
}

export const leaveWaitlist: Handler<'leaveWaitlist'> = async ({ account, params, tx }) => {
  await campaignOf(tx, params.campaignId)
  await tx.delete('waitlist', waitlistIdOf(account.id, params.campaignId))
  return undefined
}
