import type { Todo } from '@/contract/schemas/member'
import { formatDateZh, type Instant, type LocalDate } from '@/domain/dates'
import { isRenewal } from '../../rules/coverage'
import { benefitParams, planIds, planInfo } from '../../rules/plans'
import type { Account } from '../../store/entities'
import type { Tx } from '../../store/store'
import { isOpen } from '../flow/gifts/order-flow'
import { choiceOf } from '../flow/gifts/plan-facts'

/** Covers that end in the next 30 days or have ended in the last 30 (A: a renewal all the same, without waiting), unless the next one stands or is being paid. */
export async function renewalTodos({ tx, account, now, today }: { tx: Tx; account: Account; now: Instant; today: LocalDate }): Promise<Todo[]> {
  if (!account.membership) return []
  const coverages = await tx.list('coverage', account.id)
  const paying = (await tx.list('order', account.id)).filter((order) => isOpen(order, now) && (order.state === 'UNKNOWN' || order.state === 'WAITING_UNIT'))
  return planIds.flatMap((planId) => {
    const endsOn = coverages.filter((coverage) => coverage.planId === planId).map((coverage) => coverage.endsOn).sort().pop()
    const { whyNotZh, effectiveOn } = choiceOf(planId, account, coverages, now)
    if (endsOn === undefined || !isRenewal(effectiveOn, [endsOn]) || whyNotZh !== null || paying.some((order) => order.planId === planId)) return []
    const noWaiting = benefitParams[planId].waitingDays > 0 ? '，续保没有免责期' : ''
    const begins = formatDateZh(effectiveOn)
    const textZh = endsOn >= today ? `${formatDateZh(endsOn)}24时到期。现在续保，${begins}零时接上${noWaiting}。` : `${formatDateZh(endsOn)}已到期。今天续保，${begins}零时起有保障${noWaiting}。`
    return [{ kind: 'RENEWAL', titleZh: `续保${planInfo(planId).nameZh}`, textZh, tone: 'action', leadsTo: { page: 'plan', id: planId } } satisfies Todo]
  })
}
