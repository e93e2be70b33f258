import type { ScanResult } from '@/contract/schemas/event'
import { maskName } from '@/domain/masking'
import { cleanName } from '@/domain/names'
import { compactNumber } from '@/domain/text'
import type { Handler } from '../core'
import { Refusal } from '../rules/refusal'
import { isBeforeMember, scanWords } from '../rules/scan-verdict'
import type { ScanRecord } from '../store/entities'
import type { Tx } from '../store/store'
import { settleCampaign } from './flow/gifts/gift-timers'
import { campaignOf } from './flow/gifts/places'
import { assignedEvent, eventOf, latestOfEach } from './flow/events/rep'
import { missedTooOften, missPauseSeconds } from './flow/events/entry'
import { judgeScan, type Verdict } from './flow/events/scan'
import { rememberScan, type ScanInput } from './flow/events/scan-facts'
import { signatureWith } from './flow/claims/signature'
import { newestFirst, pageOf } from './paging'
import { randomId } from './random'
import { ticketStateZh } from './views/ticket-view'

export const submitScan: Handler<'submitScan'> = ({ body: { code, ...scan }, ...context }) => handleScan(context, { ...scan, shown: { by: 'code', code } })

/** A worker without a code: the same way, after number and name have been found to belong together. */
export const submitEntry: Handler<'submitEntry'> = async ({ body: { memberNo, name, ...scan }, ...context }) => {
  const { account, tx, env } = context
  // Nobody stands there any more who could sign.
  if (scan.offline && !signatureWith(scan)) throw new Refusal('VALIDATION_FAILED', undefined, { '/strokes': '离线登记需要会员现场签名。' })
  // What was promised on site waits until it can be looked up again; a verdict now would be wrong for good.
  if (scan.offline && (await missedTooOften(tx, env, account.id))) throw new Refusal('RATE_LIMITED', scanWords('ENTRY_TOO_OFTEN').repZh, {}, { retryAfterSeconds: await missPauseSeconds(tx, env, account.id) })
  return handleScan(context, { ...scan, shown: { by: 'entry', memberNo, name } })
}

/** Stands between the two ids of a cursor: the newest scan that the list knows of, and the last one shown. */
const BETWEEN = '~'

type Context = Omit<Parameters<Handler<'submitScan'>>[0], 'body'>

async function handleScan(context: Context, scan: ScanInput): Promise<ScanResult> {
  const { account: rep, params, tx, env, files, now } = context
  // An item without its lease cannot be one of a queue: refused at once, before it can be taken for a promise.
  if (scan.offline && scan.leaseId === undefined) throw new Refusal('VALIDATION_FAILED', undefined, { '/leaseId': '离线登记缺少授权编号。' })
  const event = await eventOf(tx, params.eventId)
  await settleCampaign(context, event.campaignId)
  const judged = { tx, env, files, now, rep, event, campaign: await campaignOf(tx, event.campaignId), scan }
  const verdict = await judgeScan(judged)
  await rememberScan(judged, verdict.code, verdict.member && !isBeforeMember(verdict.code) ? verdict.member.id : null)

  const { member, named, ticket } = verdict
  const entered = scan.shown.by === 'entry'
  // Who has no phone cannot be sent to it.
  const code = entered && !scan.offline && verdict.code === 'RESERVED' ? 'ENTRY_RESERVED' : verdict.code
  const record: ScanRecord = {
    id: randomId(env, 'scan'),
    ownerId: event.id,
    repId: rep.id,
    deviceId: scan.deviceId,
    leaseId: scan.leaseId ?? null,
    at: now,
    scannedAt: scan.scannedAt,
    offline: scan.offline,
    light: scanWords(code).light,
    code,
    repZh: repWords({ ...verdict, code }, scan.offline),
    memberId: member?.id ?? null,
    nameMasked: named && member ? maskName(member.name) : null,
    numberEnd: named ? (member?.membership?.memberNo.slice(-4) ?? null) : null,
    ticketId: ticket?.id ?? null,
    signed: signatureWith(scan) !== undefined,
    entered,
    clockSkewMs: verdict.facts.deviceSkewMs,
  }
  await tx.put('scan', record)
  const lease = scan.leaseId === undefined ? undefined : await tx.get('lease', scan.leaseId)
  return scanView(tx, record, lease && lease.ownerId === rep.id && lease.state === 'LIVE' ? lease.size - lease.used : null)
}

export const listScans: Handler<'listScans'> = async ({ account, params, query, tx }) => {
  const event = await assignedEvent(tx, params.eventId, account.id)
  const all = newestFirst(await tx.list('scan', event.id), ({ at }) => at)
  // A person who is scanned again between two pages would be on neither: all pages of a list look at it as it was for the first.
  const [newestId, cursor] = query.cursor?.split(BETWEEN) ?? [all[0]?.id]
  const asOf = all.slice(query.cursor === undefined ? 0 : Math.max(0, all.findIndex(({ id }) => id === newestId)))
  const found = latestOfEach(asOf).filter((scan) => (query.light === undefined || scan.light === query.light) && matches(scan, query.q ?? ''))
  const { items, nextCursor: last } = pageOf(found, { limit: query.limit, ...(query.cursor !== undefined && { cursor: cursor ?? '' }) })
  const nextCursor = last === null ? null : `${newestId}${BETWEEN}${last}`
  const views: ScanResult[] = []
  for (const scan of items) views.push(await scanView(tx, scan, null))
  return { items: views, nextCursor, total: found.length }
}

const matches = ({ nameMasked, numberEnd }: ScanRecord, typed: string): boolean => {
  const [name, number] = [cleanName(typed), compactNumber(typed)]
  if (name === '') return true
  return /^\d{2,}$/.test(number) ? (numberEnd ?? '').endsWith(number.slice(-4)) : (nameMasked ?? '').startsWith(name)
}

/** A queued scan that fails has been promised to somebody: the words say what became of that. */
function repWords({ code, ticket }: Verdict, offline: boolean): string {
  const { repZh, light } = scanWords(code)
  return offline && light === 'red' && ticket ? scanWords('OFFLINE_CONFLICT').repZh.replace('{reasonTitle}', repZh) : repZh
}

async function scanView(tx: Tx, { id, light, code, repZh, nameMasked, at, offline, ticketId }: ScanRecord, leaseLeft: number | null): Promise<ScanResult> {
  const state = ticketId === null ? null : ((await tx.get('ticket', ticketId))?.progress.state ?? null)
  return { scanId: id, light, code, repZh, retryable: scanWords(code).retryable, nameMasked, at, offline, ticketState: state, ticketStateZh: state && ticketStateZh(state), leaseLeft }
}
