import { verifyCardCode, type CardCodeRead } from '@/domain/card-code'
import { splitCode } from '@/domain/card-code-format'
import { localDateOf, msOf, toInstant, type Instant } from '@/domain/dates'
import type { SubmitScan } from '@/contract/schemas/event'
import { sha256Hex, type Env } from '../../../core'
import { giftCodes } from '../../../rules/gift-codes'
import { judgeSkew } from '../../../rules/clock-skew'
import type { Failures } from '../../../rules/scan-verdict'
import type { Account, CampaignRecord, EventRecord, LeaseRecord, TicketRecord } from '../../../store/entities'
import type { Tx } from '../../../store/store'
import { deviceKeyName, memberBehind, serverKeys } from './card-keys'
import { countMember, isAnomalous, stopRep } from './anomaly'
import { enteredMember, missedTooOften, rememberMiss } from './entry'
import { firstFailure, giftChecks, aboutMember } from '../gifts/gift-checks'
import { readGiftFacts } from '../gifts/gift-facts'
import { placesLeft, ticketOf } from '../gifts/places'

/** A scan as it is judged: whom it is about, and what goes for every kind. */
export type ScanInput = Omit<SubmitScan, 'code'> & { shown: { by: 'code'; code: string } | { by: 'entry'; memberNo: string; name: string } }

export interface ScanContext {
  tx: Tx
  env: Env
  now: Instant
  rep: Account
  event: EventRecord
  campaign: CampaignRecord
  scan: ScanInput
}

export interface ScanFacts {
  /** Everything that stands against the scan; the order is the rules' affair. */
  failures: Failures
  member: Account | undefined
  /** A live lease of this rep that has a place left: the one that the item names, or another one of the event. */
  spareLease: LeaseRecord | undefined
  /** First condition of the gift that the member does not meet; undefined: none, or the gift is theirs already. */
  ineligible: string | undefined
  /** The member's ticket of this campaign that holds a place already. */
  held: TicketRecord | undefined
  clockSkew: boolean
  /** Between the rep's device and the server, ms; null: a queued scan that does not say. */
  deviceSkewMs: number | null
  /** Name of the nonce in the store. */
  nonceName: string | null
}

/** What has to be known of a scan before it is judged. Reads only. */
export async function readScan(context: ScanContext): Promise<ScanFacts> {
  const { tx, env, now, rep, event, campaign, scan } = context
  const { member, nonceName, clockSkew, failures } = scan.shown.by === 'code' ? await readShownCode(context, scan.shown.code) : await readEntry(context, scan.shown)
  const lease = scan.leaseId === undefined ? undefined : await tx.get('lease', scan.leaseId)
  const device = await tx.get('repDevice', rep.id)
  const ownLease = lease?.ownerId === rep.id && lease.eventId === event.id && lease.deviceNo === device?.deviceNo ? lease : undefined
  const usedBy = nonceName === null ? undefined : await tx.keyHolder(nonceName)
  const ticket = member && (await ticketOf(tx, member.id, campaign.id))
  const held = ticket?.holdsPlace ? ticket : undefined
  const scannedAt = schemeTime(scan, ownLease, now)
  const ineligible = member && held?.progress.state !== 'ACTIVATED' ? firstFailure(aboutMember(giftChecks(campaign, await readGiftFacts(tx, member, localDateOf(now)), now)))?.code : undefined
  const spareLease = await spareLeaseOf(tx, rep.id, event.id, ownLease)

  return {
    member,
    spareLease,
    ineligible,
    held,
    nonceName,
    clockSkew,
    deviceSkewMs: deviceSkewMs(scan, env.wallMs()),
    failures: {
      ...failures,
      CLOCK_WRONG: failures.CLOCK_WRONG === true || (scan.offline && ownLease !== undefined && isBeforeLease(scan, ownLease)),
      CAMPAIGN_NOT_STARTED: scannedAt < event.opensAt || scannedAt < campaign.opensAt,
      CAMPAIGN_ENDED: scannedAt > event.closesAt || scannedAt > campaign.closesAt,
      // A campaign that reps have no part in would give hardship away by its very events.
      REP_NOT_ASSIGNED: !event.repIds.includes(rep.id) || campaign.perRepQuota === 0,
      REP_DEVICE_MISMATCH: device?.installationId !== scan.deviceId,
      LEASE_REVOKED: scan.offline ? ownLease === undefined || ownLease.state === 'REVOKED' : ownLease?.state === 'REVOKED',
      SCAN_ANOMALY: await isAnomalous(tx, rep.id, member?.id ?? null, msOf(scan.scannedAt), event.id),
      SCAN_TOO_FAST: scan.shown.by === 'code' && !scan.offline && (await isTooFast(tx, event.id, scan.shown.code, env.wallMs())),
      SELF_SCAN: member?.id === rep.id,
      CODE_USED: usedBy !== undefined && usedBy !== held?.id,
      QUOTA_EXHAUSTED: !held && placesLeft(campaign) === 0 && !spareLease,
      ...(ineligible === undefined || held ? {} : { [ineligible]: true }),
    },
  }
}

/** Who is meant, by whatever the rep was shown, and what stands against it. */
type Shown = Pick<ScanFacts, 'member' | 'nonceName' | 'clockSkew' | 'failures'>

async function readShownCode({ tx, env, scan }: ScanContext, code: string): Promise<Shown> {
  const { publicKey } = await serverKeys(tx, env)
  const read = readCode(scan, code, publicKey, env.wallMs())
  // Who is told in words that the clocks were wrong has to be known; online the rep stands there and tells it.
  const known = read.ok ? read : scan.offline && read.code === 'CLOCK_WRONG' ? readAtItsOwnTime(code, publicKey) : undefined
  const member = known && (await memberOf(tx, known))
  return {
    member,
    nonceName: read.ok ? `nonce:${read.deviceKey}:${read.nonce}` : null,
    clockSkew: read.ok && read.light === 'amber',
    failures: {
      CODE_INVALID: known ? member === undefined : !read.ok && read.code === 'CODE_INVALID',
      CODE_EXPIRED: !read.ok && read.code === 'CODE_EXPIRED',
      CLOCK_WRONG: !read.ok && read.code === 'CLOCK_WRONG',
    },
  }
}

/** Nothing is looked up for a rep who misses too often: the answer must not depend on what would have been found. */
async function readEntry({ tx, env, rep, scan }: ScanContext, { memberNo, name }: { memberNo: string; name: string }): Promise<Shown> {
  const skew = judgeSkew(judgedSkewMs(scan, env.wallMs()))
  const tooOften = await missedTooOften(tx, env, rep.id)
  const member = tooOften ? undefined : await enteredMember(tx, memberNo, name)
  return { member, nonceName: null, clockSkew: skew === 'amber', failures: { CLOCK_WRONG: skew === 'refused', ENTRY_TOO_OFTEN: tooOften, ENTRY_NO_MATCH: member === undefined } }
}

/** Of the rep's device and the server. What the device says counts only where it makes things worse; the server measures what it can itself. */
function deviceSkewMs(scan: ScanInput, wallMs: number): number | null {
  const ahead = msOf(scan.scannedAt) - wallMs
  if (scan.offline && scan.clockSkewMs === undefined && ahead <= 0) return null
  return Math.max(scan.clockSkewMs ?? 0, scan.offline ? ahead : Math.abs(ahead), 0)
}

/** A queued scan that says nothing of its clock is no better than one whose clock is off: amber at the least. */
function judgedSkewMs(scan: ScanInput, wallMs: number): number {
  const known = deviceSkewMs(scan, wallMs)
  return scan.offline && scan.clockSkewMs === undefined ? Math.max(known ?? 0, giftCodes.limits.clockSkewGreenSeconds * 1000 + 1) : (known ?? 0)
}

/** Signatures, and three clocks: the code's, the device's, the server's. For a queued scan the server's clock says nothing of its time. */
function readCode(scan: ScanInput, code: string, serverPublicKey: string, wallMs: number): CardCodeRead {
  const read = verifyCardCode(code, { serverPublicKeys: [serverPublicKey], nowMs: msOf(scan.scannedAt), extraSkewMs: judgedSkewMs(scan, wallMs) })
  if (!read.ok || scan.offline) return read
  switch (judgeSkew(read.skewMs, read.atMs - wallMs)) {
    case 'green':
      return read
    case 'amber':
      return { ...read, light: 'amber', flag: 'CLOCK_SKEW' }
    case 'refused':
      return { ok: false, code: 'CLOCK_WRONG' }
  }
}

/** The signatures alone, for a code whose time is wrong. */
function readAtItsOwnTime(code: string, serverPublicKey: string): Extract<CardCodeRead, { ok: true }> | undefined {
  const atMs = splitCode(code)?.atMs
  const read = atMs === undefined ? undefined : verifyCardCode(code, { serverPublicKeys: [serverPublicKey], nowMs: atMs })
  return read?.ok ? read : undefined
}

async function memberOf(tx: Tx, { memberRef, deviceKey }: Extract<CardCodeRead, { ok: true }>): Promise<Account | undefined> {
  const member = await memberBehind(tx, memberRef)
  // A key that was replaced, because a phone was lost, opens nothing any more.
  return member && (await tx.keyHolder(deviceKeyName(deviceKey)))?.startsWith(`${member.id}:`) ? member : undefined
}

/** The scheme's time of a scan: now, or for a queued one the time on the device as the lease relates the two clocks. */
function schemeTime({ offline, scannedAt }: ScanInput, lease: LeaseRecord | undefined, now: Instant): Instant {
  if (!offline || !lease) return now
  return toInstant(msOf(lease.drawnAt) + msOf(scannedAt) - lease.drawnWallMs)
}

const isBeforeLease = ({ scannedAt }: ScanInput, { drawnWallMs }: LeaseRecord): boolean => msOf(scannedAt) < drawnWallMs - giftCodes.limits.clockSkewRefuseSeconds * 1000

async function spareLeaseOf(tx: Tx, repId: string, eventId: string, named: LeaseRecord | undefined): Promise<LeaseRecord | undefined> {
  const spare = (await tx.list('lease', repId)).filter((lease) => lease.eventId === eventId && lease.state === 'LIVE' && lease.used < lease.size)
  return spare.find(({ id }) => id === named?.id) ?? spare[0]
}

const seenCodeName = (eventId: string, code: string): string => sha256Hex(`${eventId} ${code}`)

async function isTooFast(tx: Tx, eventId: string, code: string, wallMs: number): Promise<boolean> {
  const last = await tx.get('seenCode', seenCodeName(eventId, code))
  return last !== undefined && wallMs - last.atMs < giftCodes.limits.repSameCodePauseSeconds * 1000
}

/** Remembers what the next scan is judged by. */
export async function rememberScan({ tx, env, now, rep, event, scan }: ScanContext, code: string, memberId: string | null): Promise<void> {
  // The pause is counted from the scan that was judged, not from impatient ones.
  if (scan.shown.by === 'code' && !scan.offline && code !== 'SCAN_TOO_FAST') await tx.put('seenCode', { id: seenCodeName(event.id, scan.shown.code), atMs: env.wallMs() })
  if (code === 'ENTRY_NO_MATCH') await rememberMiss(tx, env, rep.id)
  if (code === 'SCAN_ANOMALY') await stopRep(tx, rep.id, event.id, now)
  if (memberId !== null) await countMember(tx, rep.id, memberId, msOf(scan.scannedAt))
}
