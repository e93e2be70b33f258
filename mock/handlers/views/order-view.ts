import { formatDateZh, formatInstantZh, type Instant } from '@/domain/dates'
import type { Order } from '@/contract/schemas/event'
import { payMethods } from '../../partners/pay'
import { planInfo } from '../../rules/plans'
import type { CoverageRecord, OrderRecord } from '../../store/entities'
import { isOpen } from '../flow/gifts/order-flow'
import { paidTerms } from '../flow/gifts/plan-facts'

export function orderView(order: OrderRecord, coverages: readonly CoverageRecord[], now: Instant): Order {
  const state = isOpen(order, now) || order.state === 'PAID' ? order.state : 'CLOSED'
  const begun = coverages.find(({ enrolmentId }) => enrolmentId !== null && enrolmentId === order.enrolmentId)
  const { effectiveOn, endsOn, waitingEndsOn, benefitsFrom } = begun ?? paidTerms(order.planId, coverages, now)
  const payable = state === 'UNPAID' || state === 'FAILED'
  return {
    orderId: order.id,
    planId: order.planId,
    planNameZh: planInfo(order.planId).nameZh,
    shares: 1,
    payer: order.payer,
    feeFen: order.feeFen,
    state,
    stateZh: stateWords[state],
    nextZh: nextWords(state, { ...order, effectiveOn }),
    preview: { effectiveOn, endsOn, waitingEndsOn, benefitsFrom },
    methods: payable ? payMethods.map(({ method, labelZh }) => ({ method, labelZh })) : [],
    payBefore: order.payBefore,
    askAgainAt: order.askAgainAt,
    paidAt: order.paidAt,
    enrolmentId: order.enrolmentId,
  }
}

const stateWords: Record<Order['state'], string> = { UNPAID: '待支付', WAITING_UNIT: '等待单位缴费', UNKNOWN: '支付结果确认中', PAID: '已支付', FAILED: '支付未成功', CLOSED: '已关闭' }

function nextWords(state: Order['state'], { payBefore, askAgainAt, effectiveOn }: { payBefore: Instant; askAgainAt: Instant | null; effectiveOn: string }): string {
  switch (state) {
    case 'UNPAID':
      return `请在${formatInstantZh(payBefore)}前支付。`
    case 'WAITING_UNIT':
      return `已告知单位工会，预计${formatInstantZh(askAgainAt ?? payBefore)}前缴费，您无需操作。`
    case 'UNKNOWN':
      return '支付机构还没有回应，正在查询。不会重复扣款，请稍后再看。'
    case 'PAID':
      return `参保成功，保障自${formatDateZh(effectiveOn)}零时起。`
    case 'FAILED':
      return `没有扣款。可换一种方式再付，${formatInstantZh(payBefore)}前有效。`
    case 'CLOSED':
      return '没有在时限内支付，也没有扣款。需要时可重新下单。'
  }
}
