import { formatDateZh } from '@/domain/dates'
import { planInfo, type PlanId } from '../../../rules/plans'
import type { CoverageTerms } from '../../../rules/coverage'
import { Refusal } from '../../../rules/refusal'
import type { Account, EnrolmentRecord } from '../../../store/entities'
import { enrolmentKeyOf } from '../../records'
import type { FlowContext } from '../context'
import { notify } from '../notify'

export interface NewEnrolment {
  planId: PlanId
  campaignId: string | null
  source: 'GIFT' | 'SELF' | 'UNIT'
  terms: CoverageTerms & { first: boolean }
  /** Message to the member: a transition of a ticket, or the flag of a paid enrolment. */
  message: 'K03' | 'K07' | 'ENROLLED'
}

/**
 * Certificate and cover in one unit of work, with the message to the member.
 * @throws ALREADY_COVERED: one cover of a plan a person and period (unique across campaigns and payers)
 */
export async function enrol(context: FlowContext, account: Account, { planId, campaignId, source, terms: { first, ...terms }, message }: NewEnrolment): Promise<EnrolmentRecord> {
  const { tx, now } = context
  const number = String(await tx.next('certificate')).padStart(6, '0')
  const enrolment: EnrolmentRecord = {
    id: `EN-2026-${number}`,
    ownerId: account.id,
    certificateNo: `ZS-2026-${number}`,
    planId,
    campaignId,
    coverageId: `CV-2026-${number}`,
    acceptedAt: now,
  }
  const holder = await tx.claimKey(enrolmentKeyOf(account.id, planId, terms.effectiveOn), enrolment.id)
  if (holder !== enrolment.id) throw new Refusal('ALREADY_COVERED')
  await tx.put('coverage', { id: enrolment.coverageId, ownerId: account.id, enrolmentId: enrolment.id, planId, shares: 1, source, first, ...terms, cityCode: account.union?.cityCode ?? 'default' })
  await tx.put('enrolment', enrolment)
  const values = { planName: planInfo(planId).nameZh, effectiveOn: formatDateZh(terms.effectiveOn), endsOn: formatDateZh(terms.endsOn), benefitsFrom: formatDateZh(terms.benefitsFrom) }
  await notify(context, account.id, message, { values }, { enrolmentId: enrolment.id })
  return enrolment
}
