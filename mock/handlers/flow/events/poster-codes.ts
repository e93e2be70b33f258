import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'
import { fromBase64url, toBase64url } from '@/domain/base64url'
import { formatInstantZh, toInstant, type Instant } from '@/domain/dates'
import type { PosterCodes } from '@/contract/schemas/event'
import { utf8, type Env } from '../../../core'
import { giftCodes } from '../../../rules/gift-codes'
import { Refusal } from '../../../rules/refusal'
import type { EventRecord } from '../../../store/entities'
import type { Tx } from '../../../store/store'
import { serverKeys } from './card-keys'

export interface PosterContext {
  tx: Tx
  env: Env
  now: Instant
}

const AHEAD = 10
const { codeRotateSeconds, codeValidSeconds } = giftCodes.limits
const ROTATE_MS = codeRotateSeconds * 1000
const VALID_MS = codeValidSeconds * 1000

/**
 * The event behind a poster code: the printed one, which holds for the event only, or one of the screen, which turns every minute and
 * holds 90 s on the wall clock (A).
 * @throws CODE_INVALID, CODE_EXPIRED, CAMPAIGN_NOT_STARTED
 */
export async function resolvePoster(context: PosterContext, code: string): Promise<EventRecord> {
  const { tx, env, now } = context
  const events = await tx.list('event')
  const printed = events.find(({ posterCode }) => posterCode === code)
  const shown = printed ? undefined : await eventOfScreen(context, events, code)
  const event = printed ?? shown?.event
  if (!event) throw new Refusal('CODE_INVALID')
  if (shown && !isFresh(shown.minute, env.wallMs())) throw new Refusal('CODE_EXPIRED')
  if (now > event.closesAt) throw new Refusal('CODE_EXPIRED', '活动已结束，这个二维码不再有效。')
  if (now < event.opensAt) throw new Refusal('CAMPAIGN_NOT_STARTED', `活动还没开始，${formatInstantZh(event.opensAt)}开放领取。`)
  return event
}

/** Codes of this minute and the next ones, so that a short gap in the network does not stop the screen. */
export async function screenCodes(context: PosterContext, event: EventRecord): Promise<PosterCodes> {
  const { env } = context
  const key = await posterKey(context)
  const minute = Math.floor(env.wallMs() / ROTATE_MS)
  const codes = Array.from({ length: AHEAD }, (_, at) => {
    const validFromMs = (minute + at) * ROTATE_MS
    return { code: codeAt(key, event.id, minute + at), validFrom: toInstant(validFromMs), validUntil: toInstant(validFromMs + VALID_MS) }
  })
  return { serverTime: toInstant(env.wallMs()), codes, linkPrefix: linkPrefix(env), staticCode: event.posterCode, staticValidUntil: event.closesAt }
}

export const linkPrefix = ({ publicUrl = 'https://zsb.example' }: Env): string => `${publicUrl}/g/`

/** A code of the screen carries its minute and proves it: 4 + 12 bytes, 22 signs, nothing to store and nothing to guess. */
function codeAt(key: Uint8Array, eventId: string, minute: number): string {
  const moment = Uint8Array.from([24, 16, 8, 0], (shift) => (minute >>> shift) & 255)
  return toBase64url(Uint8Array.from([...moment, ...hmac(sha256, key, utf8(`${eventId} ${minute}`)).subarray(0, 12)]))
}

async function eventOfScreen(context: PosterContext, events: readonly EventRecord[], code: string): Promise<{ event: EventRecord; minute: number } | undefined> {
  const bytes = fromBase64url(code)
  if (bytes?.length !== 16) return undefined
  const minute = bytes.subarray(0, 4).reduce((value, byte) => value * 256 + byte, 0)
  const key = await posterKey(context)
  const event = events.find(({ id }) => codeAt(key, id, minute) === code)
  return event && { event, minute }
}

const isFresh = (minute: number, wallMs: number): boolean => wallMs >= minute * ROTATE_MS - VALID_MS && wallMs <= minute * ROTATE_MS + VALID_MS

const posterKey = async ({ tx, env }: PosterContext): Promise<Uint8Array> => sha256(utf8(`poster ${(await serverKeys(tx, env)).secretKey}`))
