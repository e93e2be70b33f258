import { toInstant } from '@/domain/dates'
import { asDocument, sha256Hex, type Handler } from '../core'
import { giftCodes } from '../rules/gift-codes'
import { Refusal } from '../rules/refusal'
import { anomalyLimit } from '../rules/scan-verdict'
import { serverKeys } from './flow/events/card-keys'
import { settleCampaign } from './flow/gifts/gift-timers'
import { campaignOf } from './flow/gifts/places'
import { linkPrefix, screenCodes } from './flow/events/poster-codes'
import { assignedEvent, boundDevice, leaseOf, servedBy } from './flow/events/rep'
import { waitlistOf } from './flow/gifts/waitlist'
import { posterSheet } from './sheets/poster'
import { deskView, eventView, kitWords, leaseView, signingWords } from './views/event-view'

export const listRepEvents: Handler<'listRepEvents'> = async ({ account, tx, now }) => {
  const items = []
  for (const event of await tx.list('event')) {
    if (!event.repIds.includes(account.id)) continue
    items.push(eventView(event, await campaignOf(tx, event.campaignId), servedBy(await tx.list('scan', event.id), account.id, now), now))
  }
  return { items }
}

export const getRepEvent: Handler<'getRepEvent'> = async (context) => {
  const { account, params, tx, now } = context
  const event = await assignedEvent(tx, params.eventId, account.id)
  await settleCampaign(context, event.campaignId)
  const campaign = await campaignOf(tx, event.campaignId)
  const reserved = await tx.list('reservation', campaign.id)
  return deskView(
    {
      event,
      campaign,
      scans: await tx.list('scan', event.id),
      lease: await leaseOf(tx, account.id, event.id),
      repId: account.id,
      unconfirmed: reserved.filter(({ eventId }) => eventId === event.id).length,
      waiting: (await waitlistOf(tx, campaign.id)).length,
      deviceBound: ((await tx.get('repDevice', account.id))?.installationId ?? null) !== null,
    },
    now,
  )
}

/** The first installation is bound; another one has to wait until the office unbinds it. */
export const bindRepDevice: Handler<'bindRepDevice'> = async ({ account, params, tx, now }) => {
  const known = await tx.get('repDevice', account.id)
  if (known && known.installationId !== null && known.installationId !== params.deviceId) throw new Refusal('REP_DEVICE_MISMATCH')
  const boundAt = known?.boundAt ?? now
  const deviceNo = known?.deviceNo ?? `DEV-${1000 + (await tx.next('repDevice'))}`
  await tx.put('repDevice', { id: account.id, installationId: params.deviceId, deviceNo, boundAt })
  return { deviceId: params.deviceId, deviceNo, boundAt }
}

export const getEventKit: Handler<'getEventKit'> = async (context) => {
  const { account, params, query, tx, env, now } = context
  const event = await assignedEvent(tx, params.eventId, account.id)
  await boundDevice(tx, account.id, query.deviceId)
  const { publicKey } = await serverKeys(tx, env)
  const lease = await leaseOf(tx, account.id, event.id)
  const campaign = await campaignOf(tx, event.campaignId)
  const { clockSkewGreenSeconds, clockSkewRefuseSeconds, repSameCodePauseSeconds, offlineQueueMax, syncConcurrency } = giftCodes.limits
  return {
    event: eventView(event, campaign, servedBy(await tx.list('scan', event.id), account.id, now), now),
    signing: signingWords(campaign, now),
    serverKeys: [{ keyId: sha256Hex(publicKey).slice(0, 16), publicKey }],
    rules: { clockSkewGreenSeconds, clockSkewRefuseSeconds, sameCodePauseSeconds: repSameCodePauseSeconds, offlineQueueMax, syncConcurrency, anomalyPerHour: anomalyLimit(lease?.size ?? 0) },
    revocations: {
      deviceKeys: (await tx.list('memberDevice')).flatMap(({ revokedKeys }) => revokedKeys),
      leaseIds: (await tx.list('lease')).filter(({ state }) => state === 'REVOKED').map(({ id }) => id),
    },
    lease: lease ? leaseView(lease) : null,
    words: kitWords(),
    serverTime: toInstant(env.wallMs()),
  }
}

export const getPosterCodes: Handler<'getPosterCodes'> = async ({ account, params, ...context }) => screenCodes(context, await assignedEvent(context.tx, params.eventId, account.id))

export const getPoster: Handler<'getPoster'> = async ({ account, params, tx, env }) => {
  const event = await assignedEvent(tx, params.eventId, account.id)
  return asDocument(posterSheet(event, await campaignOf(tx, event.campaignId), linkPrefix(env)), params.format)
}
