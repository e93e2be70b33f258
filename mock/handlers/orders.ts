import type { Handler } from '../core'
import { planInfo, type PlanId } from '../rules/plans'
import { Refusal } from '../rules/refusal'
import type { OrderRecord } from '../store/entities'
import { askPayPartner, isOpen, payBeforeOf, payOnce, unitPaysAt } from './flow/gifts/order-flow'
import { choiceOf } from './flow/gifts/plan-facts'
import { own, requireConsent } from './guards'
import { orderView } from './views/order-view'

export const createOrder: Handler<'createOrder'> = async (context) => {
  const { account, body, tx, now } = context
  await requireConsent(tx, account.id, 'C1')
  const coverages = await tx.list('coverage', account.id)
  // An order that is still open is the same wish: a second one could be paid as well.
  const open = (await tx.list('order', account.id)).find((order) => order.planId === body.planId && isOpen(order, now))
  const changing = open && open.payer !== body.payer && (open.state === 'UNPAID' || open.state === 'FAILED')
  if (open && !changing) return orderView(open, coverages, now)

  const { whyNotZh } = choiceOf(body.planId, account, coverages, now)
  if (whyNotZh !== null) throw new Refusal('PLAN_NOT_AVAILABLE', whyNotZh)
  // Workers of platforms have no unit behind their union that would pay for them.
  if (body.payer === 'UNIT' && account.membership?.memberType === 'NEW_EMPLOYMENT') throw new Refusal('PLAN_NOT_AVAILABLE', '新就业形态劳动者没有单位统一缴费，请选择本人支付。')
  // Nothing was charged yet: the same order with another payer, so that there is never a second one to pay.
  const id = open?.id ?? `OR-${now.slice(0, 4)}-${String(await tx.next('order')).padStart(6, '0')}`
  const order = { ...newOrder(account.id, body.planId, id), charges: open?.charges ?? [], payBefore: payBeforeOf(context), createdAt: now }
  const asked: OrderRecord = body.payer === 'UNIT' ? { ...order, payer: 'UNIT', state: 'WAITING_UNIT', askAgainAt: unitPaysAt(context) } : order
  await tx.put('order', asked)
  return orderView(asked, coverages, now)
}

export const getOrder: Handler<'getOrder'> = async (context) => {
  const { account, params, tx, now } = context
  const order = await askPayPartner(context, own(await tx.get('order', params.orderId), account.id))
  return orderView(order, await tx.list('coverage', account.id), now)
}

export const payOrder: Handler<'payOrder'> = async (context) => {
  const { account, body, params, tx, now } = context
  const order = own(await tx.get('order', params.orderId), account.id)
  const before = await tx.list('coverage', account.id)
  const { whyNotZh } = choiceOf(order.planId, account, before, now)
  if (whyNotZh !== null && (order.state === 'UNPAID' || order.state === 'FAILED')) throw new Refusal('PLAN_NOT_AVAILABLE', whyNotZh)
  const paid = await payOnce(context, account, order, body.method)
  return orderView(paid, await tx.list('coverage', account.id), now)
}

const newOrder = (ownerId: string, planId: PlanId, id: string): Omit<OrderRecord, 'payBefore' | 'createdAt' | 'charges'> => ({
  id,
  ownerId,
  planId,
  payer: 'SELF',
  feeFen: planInfo(planId).feeFen.value,
  state: 'UNPAID',
  askAgainAt: null,
  paidAt: null,
  enrolmentId: null,
})
