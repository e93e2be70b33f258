import { addDays, localDateOf, msOf, toInstant } from '@/domain/dates'
import type { PayMethod } from '@/contract/schemas/event'
import { charge, knownAt, query, type ChargeResult } from '../../../partners/pay'
import { atTime } from '../../../rules/due'
import { planInfo } from '../../../rules/plans'
import { Refusal } from '../../../rules/refusal'
import type { Account, OrderRecord } from '../../../store/entities'
import type { FlowContext } from '../context'
import { enrol } from './enrol'
import { notify } from '../notify'
import { paidTerms } from './plan-facts'

const PAY_WITHIN_MS = 24 * 3_600_000

export const payBeforeOf = ({ now }: FlowContext): string => toInstant(msOf(now) + PAY_WITHIN_MS)
/** When a unit pays what its members have ordered (A): the next morning at ten. */
export const unitPaysAt = ({ now }: FlowContext): string => atTime(addDays(localDateOf(now), 1), '10:00')

export const isOpen = ({ state, payBefore }: OrderRecord, now: string): boolean =>
  state === 'UNKNOWN' || state === 'WAITING_UNIT' || ((state === 'UNPAID' || state === 'FAILED') && now <= payBefore)

/**
 * Charges an order once. The one rule that protects the member's money: while the answer to the last instruction is missing, the
 * partner is asked about that instruction and no other is sent.
 * @throws ORDER_STATE_CONFLICT for an order that is over or that the unit pays
 */
export async function payOnce(context: FlowContext, account: Account, order: OrderRecord, method: PayMethod): Promise<OrderRecord> {
  if (order.state === 'PAID') return order
  if (order.state === 'UNKNOWN') return askPayPartner(context, order)
  if (order.state === 'WAITING_UNIT' || !isOpen(order, context.now)) throw new Refusal('ORDER_STATE_CONFLICT', undefined, {}, { state: order.state })
  const instructionNo = `${order.id}-${order.charges.length + 1}`
  const result = charge(method)
  return settle(context, account, { ...order, charges: [...order.charges, { instructionNo, method, sentAt: context.now, result }] }, result)
}

/** Asks what became of the open instruction (or whether the unit has paid). Asking changes nothing at the partner. */
export async function askPayPartner(context: FlowContext, order: OrderRecord): Promise<OrderRecord> {
  const { tx, now } = context
  const account = await tx.get('account', order.ownerId)
  if (!account || order.askAgainAt === null) return order
  if (order.state === 'WAITING_UNIT') return now >= order.askAgainAt ? settle(context, account, order, 'SUCCESS') : order
  const last = order.charges[order.charges.length - 1]
  if (!last) return order
  const result = query(last.sentAt, now)
  return settle(context, account, { ...order, charges: [...order.charges.slice(0, -1), { ...last, result }] }, result)
}

async function settle(context: FlowContext, account: Account, order: OrderRecord, result: ChargeResult): Promise<OrderRecord> {
  const settled = await after(context, account, order, result)
  await context.tx.put('order', settled)
  return settled
}

async function after(context: FlowContext, account: Account, order: OrderRecord, result: ChargeResult): Promise<OrderRecord> {
  const { tx, now } = context
  if (result === 'FAILED') {
    await notify(context, account.id, 'ORDER_FAILED', { values: { planName: planInfo(order.planId).nameZh } }, { planId: order.planId })
    return { ...order, state: 'FAILED', askAgainAt: null }
  }
  if (result === 'UNKNOWN') return { ...order, state: 'UNKNOWN', askAgainAt: knownAt(order.charges[order.charges.length - 1]?.sentAt ?? now) }
  const terms = paidTerms(order.planId, await tx.list('coverage', account.id), now)
  const enrolment = await enrol(context, account, { planId: order.planId, campaignId: null, source: order.payer, terms, message: 'ENROLLED' })
  return { ...order, state: 'PAID', askAgainAt: null, paidAt: now, enrolmentId: enrolment.id }
}
