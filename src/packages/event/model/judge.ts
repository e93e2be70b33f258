import type { EventKit, Light } from '@/contract/schemas/event'
import { verifyCardCode } from '@/domain/card-code-verify'
import { parseCode } from '@/domain/codes'
import { msOf } from '@/domain/dates'
import { markOf } from '@/domain/sealed'
import { scanTexts as t } from '../texts'

/** Kit with the phone's clock at the moment at which the server's answer came. */
export type Kit = EventKit & { fetchedAt: number }

/** What the phone knows besides the code. */
export interface Known {
  kit: Kit
  /** Clock of the phone, ms. */
  nowMs: number
  /** Own references and device keys: nobody scans themselves. */
  own: readonly string[]
  /** The last code and when it was scanned. */
  last: { text: string; atMs: number } | null
  seen: readonly string[]
  /** Marks of the members who wait in the queue of this phone. */
  pending: readonly string[]
  offline: boolean
  /** Places of the lease that nothing in the queue has taken yet. */
  leaseLeft: number
  queued: number
}

/** Words are ready to be shown. */
export interface Said {
  kind: 'said'
  light: Light
  code: string
  words: string
  retryable: boolean
  /** Whose code it is, where that could be read. */
  who?: string
}
export type Judged =
  | Said
  /** A genuine code of our time. `skewed`: the clocks differ so far that the server decides and the member confirms on the own phone. */
  | { kind: 'fit'; memberRef: string; used: string; skewed: boolean }

/** How far this phone's clock was from the server's at their last contact, ms. */
export const kitSkewMs = ({ serverTime, fetchedAt }: Kit): number => Math.abs(msOf(serverTime) - fetchedAt)

/** Judges a code without a network, in the order of the server's list (R: evaluationOrder). The server judges again. */
export function judge(text: string, known: Known): Judged {
  const { kit, nowMs } = known
  const red = redBy(kit)

  const parsed = parseCode(text)
  if (parsed.kind === 'gift') return red('CODE_INVALID', t.gift)
  if (parsed.kind === 'certificate') return red('CODE_INVALID', t.certificate)
  if (parsed.kind === 'foreign') return red('CODE_INVALID', t.foreign(parsed.what))
  const read = verifyCardCode(parsed.code, { serverPublicKeys: kit.serverKeys.map(({ publicKey }) => publicKey), nowMs, extraSkewMs: kitSkewMs(kit) })
  if (!read.ok) return red(read.code)
  const of = (said: Said): Said => ({ ...said, who: read.memberRef })
  if (kit.revocations.deviceKeys.includes(read.deviceKey)) return of(red('CODE_INVALID'))
  if (known.last?.text === parsed.code && nowMs - known.last.atMs < kit.rules.sameCodePauseSeconds * 1000) return of(red('SCAN_TOO_FAST'))
  if (known.own.includes(read.memberRef) || known.own.includes(read.deviceKey)) return of(red('SELF_SCAN'))

  const used = `${read.deviceKey}.${read.nonce}`
  if (known.offline) {
    const refused = refusedOffline(known, markOf(read.memberRef))
    // Online the server knows whose code it was; here it is one that went through before: a picture of the screen.
    if (refused ?? known.seen.includes(used)) return of(refused ?? red('CODE_USED', t.usedHere))
  }
  return { kind: 'fit', memberRef: read.memberRef, used, skewed: read.light === 'amber' }
}

const redBy = (kit: EventKit) => (code: string, words = wordsOf(kit, code)): Said => ({ kind: 'said', light: 'red', code, words, retryable: kit.words.find((entry) => entry.code === code)?.retryable ?? true })

/** Why this phone promises nobody a place without a network; null: it may. `mark` of the member. */
export function refusedOffline({ kit, pending, leaseLeft, queued }: Pick<Known, 'kit' | 'pending' | 'leaseLeft' | 'queued'>, mark: string): Said | null {
  const red = redBy(kit)
  if (pending.includes(mark)) return { kind: 'said', light: 'amber', code: 'OFFLINE_PENDING', words: t.again, retryable: false }
  if (!kit.lease || kit.lease.state === 'REVOKED' || kit.revocations.leaseIds.includes(kit.lease.leaseId)) return red(kit.lease ? 'LEASE_REVOKED' : 'LEASE_EXHAUSTED')
  if (kit.lease.state !== 'LIVE' || leaseLeft <= 0) return red('LEASE_EXHAUSTED')
  if (queued >= kit.rules.offlineQueueMax) return red('LEASE_EXHAUSTED', t.queueFull(kit.rules.offlineQueueMax))
  return null
}

/** The server's words for a code, as the kit brought them along. */
export const wordsOf = (kit: EventKit, code: string): string => kit.words.find((entry) => entry.code === code)?.repZh ?? t.failed
