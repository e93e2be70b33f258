import { formatInstantZh } from '@/domain/dates'
import { isBeforeMember, firstFailing } from '../../../rules/scan-verdict'
import type { Account, TicketRecord } from '../../../store/entities'
import type { FileStore } from '../../../store/store'
import { notify } from '../notify'
import { issueTicket, moveTicketRecord, placesLeft, type NewTicket } from '../gifts/places'
import { readScan, type ScanContext, type ScanFacts } from './scan-facts'
import { isSigned, keepSignature, signatureWith } from '../claims/signature'
import { activateTicket, enrolFor, reservePlace } from '../gifts/take-gift'
import { moveUp, positionOf, waitlistIdOf } from '../gifts/waitlist'
import { conflictTitle } from '../../views/ticket-view'

/** What became of a scan. */
export interface Verdict {
  code: string
  member: Account | undefined
  /** Whether the rep may read the masked name. */
  named: boolean
  ticket: TicketRecord | undefined
  facts: ScanFacts
}

type Context = ScanContext & { files: FileStore }

/** Judges a scan and does what follows. Never throws for a reason that a rep could meet: every scan gets a verdict. */
export async function judgeScan(context: Context): Promise<Verdict> {
  const facts = await readScan(context)
  const code = firstFailing(facts.failures)
  // The same person again: what is there already is the answer, whatever the conditions say now.
  const again = facts.held && (code === null || !isBeforeMember(code))
  const outcome = again && facts.held ? await existing(context, facts, facts.held) : code === null ? await accept(context, facts) : await refuse(context, facts, code)
  if (outcome.ticket && facts.nonceName !== null && !isBeforeMember(outcome.code)) await context.tx.claimKey(facts.nonceName, outcome.ticket.id)
  return { ...outcome, member: facts.member, named: facts.member !== undefined && !isBeforeMember(outcome.code), facts }
}

type Outcome = Pick<Verdict, 'code' | 'ticket'>

async function existing(context: Context, facts: ScanFacts, ticket: TicketRecord): Promise<Outcome> {
  if (ticket.progress.state === 'ACTIVATED') return { code: 'ALREADY_DONE', ticket }
  if (!signatureWith(context.scan)) return { code: facts.clockSkew ? 'CLOCK_SKEW' : 'RESERVED', ticket }
  return confirmOnSite(context, facts, ticket)
}

async function accept(context: Context, facts: ScanFacts): Promise<Outcome> {
  const { scan } = context
  const { member, clockSkew } = facts
  if (!member) return { code: 'CODE_INVALID', ticket: undefined }
  const signature = signatureWith(scan)
  if (signature && !isSigned(signature, member.name) && !clockSkew) return refuse(context, facts, 'MEMBER_NOT_CONFIRMED')
  if (scan.offline) return acceptQueued(context, facts, member)
  const ticket = await reservePlace(context, newTicket(context, facts, member), 'REP', clockSkew)
  return !signature ? { code: clockSkew ? 'CLOCK_SKEW' : 'RESERVED', ticket } : confirmOnSite(context, facts, ticket)
}

/** K03 by a signature on the rep's screen - unless the clocks disagree: then only the member's own phone counts. */
async function confirmOnSite(context: Context, { member, clockSkew, ineligible }: ScanFacts, ticket: TicketRecord): Promise<Outcome> {
  const { scan, campaign, tx } = context
  if (clockSkew || ticket.progress.flags.includes('CLOCK_SKEW')) return { code: 'CLOCK_SKEW', ticket }
  const signature = signatureWith(scan)
  if (!member || !signature || !isSigned(signature, member.name)) return { code: 'MEMBER_NOT_CONFIRMED', ticket }
  if (ineligible !== undefined) return { code: ineligible, ticket }
  await keepSignature(context, member, ticket.id, signature)
  await activateTicket(context, member, campaign, ticket, 'SIGNATURE')
  return { code: 'ACTIVATED', ticket: await tx.get('ticket', ticket.id) }
}

/** K05, then K06 or K07: the device has promised a place, the server gives it. */
async function acceptQueued(context: Context, facts: ScanFacts, member: Account): Promise<Outcome> {
  const { tx, scan, campaign, event } = context
  const signature = facts.clockSkew ? undefined : signatureWith(scan)
  const scanned = await moveTicketRecord(context, await issueTicket(context, newTicket(context, facts, member)), { type: 'scanOffline', clockSkew: facts.clockSkew }, 'REP')
  await tx.delete('waitlist', waitlistIdOf(member.id, campaign.id))
  if (signature) {
    await keepSignature(context, member, scanned.id, signature)
    const ticket = await moveTicketRecord(context, scanned, { type: 'syncActivate', signed: true }, 'SYSTEM')
    await enrolFor(context, member, campaign, ticket, 'K07')
    return { code: 'ACTIVATED', ticket: await tx.get('ticket', ticket.id) }
  }
  const ticket = await moveTicketRecord(context, scanned, { type: 'syncReserve' }, 'SYSTEM')
  await notify(context, member.id, 'K06', { values: { placeZh: event.placeZh, reservedUntil: reservedUntilZh(ticket) } }, { campaignId: campaign.id })
  return { code: facts.clockSkew ? 'CLOCK_SKEW' : 'RESERVED', ticket }
}

/** Refused. A queued scan of a known member leaves a ticket that says so (K05, then K08, or K10 for a lost device), and both are told. */
async function refuse(context: Context, facts: ScanFacts, code: string): Promise<Outcome> {
  const { tx, scan, campaign } = context
  const { member } = facts
  if (code === 'QUOTA_EXHAUSTED' && !scan.offline && member && (await positionOf(tx, member.id, campaign.id)) !== null) return { code: 'WAITLISTED', ticket: undefined }
  if (!scan.offline || !member || facts.held || untold.has(code)) return { code, ticket: undefined }
  const lost = code === 'LEASE_REVOKED'
  const issued = await issueTicket(context, { ...newTicket(context, facts, member), ...(lost ? { leaseId: null } : {}) })
  const scanned = await moveTicketRecord(context, issued, { type: 'scanOffline', clockSkew: facts.clockSkew }, 'REP')
  const reasonTitle = conflictTitle(code, campaign)
  const ticket = await moveTicketRecord(context, scanned, lost ? { type: 'void', causeZh: reasonTitle } : { type: 'syncRefuse', code }, lost ? 'SPONSOR' : 'SYSTEM')
  await notify(context, member.id, lost ? 'K10' : 'K08', { values: lost ? { causeZh: reasonTitle } : { reasonTitle } }, { campaignId: campaign.id })
  await moveUp(context, campaign.id)
  return { code, ticket }
}

/** Nothing that the member did, or that they should be written to about. */
const untold: ReadonlySet<string> = new Set(['REP_NOT_ASSIGNED', 'REP_DEVICE_MISMATCH', 'SCAN_ANOMALY', 'SELF_SCAN', 'CODE_USED', 'CODE_INVALID'])

/** An online scan takes what is free and leaves the lease for the basement, until nothing else is left. */
function newTicket({ rep, event, campaign, scan }: Context, { spareLease }: ScanFacts, member: Account): NewTicket {
  const leaseId = scan.offline || placesLeft(campaign) === 0 ? (spareLease?.id ?? null) : null
  return { ownerId: member.id, campaignId: campaign.id, eventId: event.id, repId: rep.id, leaseId, scannedAt: scan.scannedAt }
}

const reservedUntilZh = ({ progress }: TicketRecord): string => (progress.reservedUntil === null ? '' : formatInstantZh(progress.reservedUntil))
