import { msOf, toInstant } from '@/domain/dates'
import type { Handler } from '../core'
import { giftCodes } from '../rules/gift-codes'
import { Refusal } from '../rules/refusal'
import { scanWords } from '../rules/scan-verdict'
import type { LeaseRecord } from '../store/entities'
import { endLease, settleCampaign } from './flow/gifts/gift-timers'
import { campaignOf, countPlaces, placesLeft } from './flow/gifts/places'
import { assignedEvent, boundDevice, leaseOf } from './flow/events/rep'
import { own } from './guards'
import { leaseView } from './views/event-view'

const GRACE_MS = giftCodes.limits.leaseGraceHours * 3_600_000

/** K01 for as many places as are drawn: they leave the quota now, so that a phone without a network can promise them. */
export const drawLease: Handler<'drawLease'> = async (context) => {
  const { account, body, params, tx, env, now } = context
  const event = await assignedEvent(tx, params.eventId, account.id)
  const { deviceNo } = await boundDevice(tx, account.id, body.deviceId)
  await settleCampaign(context, event.campaignId)
  if (now > event.closesAt) throw new Refusal('CAMPAIGN_ENDED', scanWords('CAMPAIGN_ENDED').repZh)
  const before = await leaseOf(tx, account.id, event.id)
  if (before?.state === 'REVOKED' && before.deviceNo === deviceNo) throw new Refusal('LEASE_REVOKED')
  const live = before?.state === 'LIVE' && before.deviceNo === deviceNo ? before : undefined

  const campaign = await campaignOf(tx, event.campaignId)
  const held = (await tx.list('lease', account.id)).filter((lease) => lease.campaignId === campaign.id && lease.state === 'LIVE').reduce((sum, { size, used }) => sum + size - used, 0)
  const available = Math.max(0, Math.min(placesLeft(campaign), campaign.perRepQuota - held))
  if (body.size > available) throw new Refusal('QUOTA_EXHAUSTED', available > 0 ? `本机最多还能领取${available}个离线名额。` : scanWords('QUOTA_EXHAUSTED').repZh, {}, { available })

  const lease: LeaseRecord = {
    id: live?.id ?? `LS-${now.slice(0, 4)}-${1000 + (await tx.next('lease'))}`,
    ownerId: account.id,
    eventId: event.id,
    campaignId: campaign.id,
    deviceNo,
    size: (live?.size ?? 0) + body.size,
    used: live?.used ?? 0,
    drawnAt: live?.drawnAt ?? now,
    drawnWallMs: live?.drawnWallMs ?? env.wallMs(),
    expiresAt: toInstant(msOf(event.closesAt) + GRACE_MS),
    state: 'LIVE',
  }
  await countPlaces(tx, campaign.id, { leased: body.size })
  await tx.put('lease', lease)
  return leaseView(lease)
}

export const returnLease: Handler<'returnLease'> = async (context) => {
  const lease = own(await context.tx.get('lease', context.params.leaseId), context.account.id)
  if (lease.state === 'REVOKED') throw new Refusal('LEASE_REVOKED')
  return leaseView(lease.state === 'LIVE' ? await endLease(context, lease, 'RETURNED') : lease)
}
