import { formatDateZh } from '@/domain/dates'
import type { ClaimProgress } from '../../rules/claim-types'
import { Refusal } from '../../rules/refusal'

/** Why the machine refuses what the member asked for, by the name of its guard; the general words say only that something has changed. */
function whyNot(guard: unknown, claim: ClaimProgress): string | null {
  switch (guard) {
    case 'appealUsed':
      return '本次申领的复核机会已使用;有疑问请拨打12351。'
    case 'appealUntil':
      return claim.appealUntil === null ? null : `复核申请期已于${formatDateZh(claim.appealUntil)}结束;有疑问请拨打12351。`
    case 'recovery':
      return '这笔申领正在办理退回，不能申请复核；如有异议可书面提出，或拨打12351。'
    case 'reopenUsed':
      return '这笔申领已重新启用过一次，不能再次启用；申领时限内可以重新申领。'
    case 'windowOpen':
      return claim.windowEndsOn === null ? null : `申领时限已于${formatDateZh(claim.windowEndsOn)}届满；如有特殊原因请拨打12351。`
    default:
      return null
  }
}

/** Runs a step of the machine; a refusal comes back with words that say why. */
export async function sayingWhy<T>(claim: ClaimProgress, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    const wordsZh = error instanceof Refusal ? whyNot(error.extra.guard, claim) : null
    throw error instanceof Refusal && wordsZh !== null ? new Refusal(error.code, wordsZh, error.fieldErrors, error.extra) : error
  }
}
