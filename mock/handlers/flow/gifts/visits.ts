import { toBase64url } from '@/domain/base64url'
import { toInstant } from '@/domain/dates'
import type { GiftVisit } from '@/contract/schemas/event'
import { giftCodes } from '../../../rules/gift-codes'
import { Refusal } from '../../../rules/refusal'
import type { EventRecord, TicketRecord, VisitRecord } from '../../../store/entities'
import { resolvePoster, type PosterContext } from '../events/poster-codes'

const { visitMinutes, visitsOfCodeMax, codeRotateSeconds } = giftCodes.limits

/**
 * What counts is that a code was valid when it was scanned: whoever has still to sign in or to join gets a reference (A: 15 minutes of the
 * wall clock, for one person) to come back with. The printed code holds for the whole event and is its own reference; so is a visit.
 * @throws CODE_INVALID, CODE_EXPIRED, CAMPAIGN_NOT_STARTED; RATE_LIMITED where one code is handed in too often (A)
 */
export async function openVisit(context: PosterContext, code: string): Promise<GiftVisit> {
  const { tx, env } = context
  const event = await scannedEvent(context, code, null)
  const known = await tx.get('visit', code)
  if (known) return { code, validUntil: toInstant(known.expiresMs) }
  if (event.posterCode === code) return { code, validUntil: event.closesAt }
  const before = await tx.list('visit', code)
  if (before.length >= visitsOfCodeMax) throw new Refusal('RATE_LIMITED', undefined, {}, { retryAfterSeconds: codeRotateSeconds })
  const visit: VisitRecord = { id: toBase64url(env.randomBytes(16)), ownerId: code, eventId: event.id, expiresMs: env.wallMs() + visitMinutes * 60_000, usedBy: null }
  await tx.put('visit', visit)
  return { code: visit.id, validUntil: toInstant(visit.expiresMs) }
}

/**
 * The event behind whatever was scanned: a poster's code or the reference of a visit.
 * @param by who hands it in; null: nobody knows yet
 * @throws CODE_INVALID, CODE_EXPIRED, CAMPAIGN_NOT_STARTED; CODE_USED where the visit is another person's
 */
export async function scannedEvent(context: PosterContext, code: string, by: string | null): Promise<EventRecord> {
  const { tx, env } = context
  const visit = await tx.get('visit', code)
  if (!visit) return resolvePoster(context, code)
  if (by !== null && visit.usedBy !== null && visit.usedBy !== by) throw new Refusal('CODE_USED')
  if (env.wallMs() > visit.expiresMs) throw new Refusal('CODE_EXPIRED')
  const event = await tx.get('event', visit.eventId)
  if (!event) throw new Refusal('CODE_INVALID')
  return resolvePoster(context, event.posterCode)
}

/** From now on the visit is this person's; nothing where the code was a poster's. */
export async function useVisit({ tx }: PosterContext, code: string, by: string): Promise<void> {
  const visit = await tx.get('visit', code)
  if (visit && visit.usedBy === null) await tx.put('visit', { ...visit, usedBy: by })
}

/**
 * The event that a place is counted to: of what was scanned, else the one of a place that has lapsed - by then the code that led to it has
 * long expired.
 * @param before the member's newest ticket in the campaign
 * @throws as `scannedEvent`
 */
export async function eventOfPlace(context: PosterContext, code: string | undefined, by: string, before: TicketRecord | undefined): Promise<EventRecord | null> {
  const lapsed = await eventOfLapsed(context, before)
  if (code === undefined) return lapsed
  try {
    return await scannedEvent(context, code, by)
  } catch (error) {
    if (lapsed && error instanceof Refusal && error.code === 'CODE_EXPIRED') return lapsed
    throw error
  }
}

async function eventOfLapsed({ tx, now }: PosterContext, ticket: TicketRecord | undefined): Promise<EventRecord | null> {
  if (ticket?.progress.state !== 'EXPIRED' || ticket.eventId === null) return null
  const event = await tx.get('event', ticket.eventId)
  return event && now <= event.closesAt ? event : null
}
