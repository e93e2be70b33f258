import { addDays } from '@/domain/dates'
import type { Handler } from '../core'
import { Refusal } from '../rules/refusal'
import type { SettlementRecord } from '../store/entities'
import { autoClaim } from './flow/claims/auto-claim'
import { nextClaimNo } from './flow/claims/new-claim'
import { randomDigits } from './random'

/** Under the limit of 免审即享 for every city: P1 pays 4,400.00 of it. */
const SMALL_BILL = { totalFen: 3_030_000, pooledFen: 2_480_000, inScopeSelfPayFen: 550_000, outOfScopeFen: 0, otherPaidFen: 0 }

/** The medical insurance partner reports a stay. Nothing of it is kept but what 免审即享 makes of it. */
export const pushSettlement: Handler<'pushSettlement'> = async (context) => {
  const { body, env, now, today, tx } = context
  if (!(await tx.get('account', body.accountId))) throw new Refusal('VALIDATION_FAILED', undefined, { '/accountId': '没有这个测试账号。' })
  const { accountId, cause = 'ILLNESS', stay, amounts = SMALL_BILL, invoice, ...marks } = body
  const claimNo = await nextClaimNo(tx, now)
  const settlement: SettlementRecord = {
    id: `ADM-${claimNo}`,
    ownerId: accountId,
    arrivesAt: now,
    dataAsOf: now,
    claimNo,
    cause,
    stay: stay ?? { hospitalZh: '示例区第一人民医院', admittedOn: addDays(today, -4), dischargedOn: today },
    amounts,
    invoice: invoice ?? { code: '44990026', number: randomDigits(env, 10) },
    done: true,
    ...marks,
  }
  return autoClaim(context, settlement)
}
