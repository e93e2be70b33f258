import type { Handler } from '../core/types'
import { planIds } from '../rules/plans'
import { Refusal } from '../rules/refusal'
import { planView } from './views/plan-view'

export const listPlans: Handler<'listPlans'> = async ({ account, tx, now }) => {
  const coverages = await tx.list('coverage', account.id)
  return { items: planIds.map((planId) => planView(planId, account, coverages, now)) }
}

export const getPlan: Handler<'getPlan'> = async ({ params, account, tx, now }) => {
  const planId = planIds.find((id) => id === params.planId)
  if (!planId) throw new Refusal('NOT_FOUND')
  return planView(planId, account, await tx.list('coverage', account.id), now)
}
