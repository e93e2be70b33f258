import { maskName } from '@/domain/masking'
import type { Handler } from '../core'
import { Refusal } from '../rules/refusal'
import type { Account } from '../store/entities'
import { requireConsent } from './guards'
import { coverageViews } from './views/coverage-view'
import { groupZh, medicalInsuranceZh, membershipStatusZh } from './words/member-words'

/** The fields that a card may show, and no other: never the hardship status, ID number or phone. */
export const getCard: Handler<'getCard'> = async ({ account, tx }) => {
  await requireConsent(tx, account.id, 'C1')
  const { membership, union } = memberOf(account)
  return {
    nameMasked: maskName(account.name),
    memberNo: membership.memberNo,
    unionZh: union.nameZh,
    unionPathZh: union.pathZh,
    memberTypeZh: groupZh(membership.memberType),
    platformZh: membership.platform,
    joinedOn: membership.joinedOn,
    statusZh: membershipStatusZh(membership.status),
    active: membership.status === 'NORMAL',
    medicalInsuranceZh: medicalInsuranceZh(account.medicalInsurance),
    dataAsOf: membership.dataAsOf,
  }
}

export const listCoverages: Handler<'listCoverages'> = async (context) => ({ items: await coverageViews(context) })

function memberOf({ membership, union }: Account): { membership: NonNullable<Account['membership']>; union: NonNullable<Account['union']> } {
  if (!membership || !union) throw new Refusal('NOT_MEMBER')
  return { membership, union }
}
