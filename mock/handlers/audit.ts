import { maskName } from '@/domain/masking'
import type { AuditedScan } from '@/contract/schemas/event'
import type { Handler } from '../core'
import { Refusal } from '../rules/refusal'
import type { Tx } from '../store/store'
import { endLease } from './flow/gifts/gift-timers'
import { newestFirst, pageOf } from './paging'
import { leaseView } from './views/event-view'

export const listAudit: Handler<'listAudit'> = async ({ query, tx }) => {
  const { items, nextCursor } = pageOf(newestFirst(await tx.list('scan'), ({ at }) => at), query)
  const audited: AuditedScan[] = []
  for (const scan of items) {
    const { id, at, scannedAt, ownerId, repId, deviceId, leaseId, offline, light, code, memberId, ticketId, signed, entered, clockSkewMs } = scan
    audited.push({ scanId: id, at, scannedAt, eventId: ownerId, repZh: await nameOf(tx, repId), deviceId, leaseId, offline, light, code, memberZh: memberId === null ? null : await nameOf(tx, memberId), ticketId, signed, entered: entered ?? false, clockSkewMs: clockSkewMs ?? null })
  }
  return { items: audited, nextCursor }
}

export const listLeases: Handler<'listLeases'> = async ({ tx }) => {
  const items = []
  for (const lease of await tx.list('lease')) items.push({ lease: leaseView(lease), repId: lease.ownerId, repZh: await nameOf(tx, lease.ownerId), deviceNo: lease.deviceNo })
  return { items }
}

/** A lost device: its unused places go back, and whatever it still sends is void (K10). */
export const revokeLease: Handler<'revokeLease'> = async (context) => {
  const lease = await context.tx.get('lease', context.params.leaseId)
  if (!lease) throw new Refusal('NOT_FOUND')
  if (lease.state === 'LIVE') return leaseView(await endLease(context, lease, 'REVOKED'))
  const revoked = { ...lease, state: 'REVOKED' as const }
  await context.tx.put('lease', revoked)
  return leaseView(revoked)
}

export const unbindRepDevice: Handler<'unbindRepDevice'> = async ({ params, tx }) => {
  const device = await tx.get('repDevice', params.repId)
  if (!device) throw new Refusal('NOT_FOUND')
  await tx.put('repDevice', { ...device, installationId: null, boundAt: null })
  return undefined
}

const nameOf = async (tx: Tx, accountId: string): Promise<string> => maskName((await tx.get('account', accountId))?.name ?? '')
