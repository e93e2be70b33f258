import { msOf, toInstant } from '@/domain/dates'
import { maskName } from '@/domain/masking'
import { randomText, sha256Hex, type Handler } from '../core'
import { Refusal } from '../rules/refusal'
import type { Account } from '../store/entities'
import { requireConsent } from './guards'
import { coverageViews } from './views/coverage-view'
import { groupZh, medicalInsuranceZh, membershipStatusZh } from './words/member-words'

/** Ten minutes of codes: a card shown in a basement goes on turning without a network. */
const CODES = 10
const CODE_MS = 60_000

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

export const createCardCodes: Handler<'createCardCodes'> = async ({ account, tx, env, now }) => {
  await requireConsent(tx, account.id, 'C1')
  for (const old of await tx.list('cardCode', account.id)) if (old.validUntil <= now) await tx.delete('cardCode', old.id)

  const startMs = msOf(now)
  const codes = Array.from({ length: CODES }, (_, at) => ({
    code: `v1.${randomText(env, 43)}`,
    validFrom: toInstant(startMs + at * CODE_MS),
    validUntil: toInstant(startMs + (at + 1) * CODE_MS),
  }))
  for (const { code, ...validity } of codes) await tx.put('cardCode', { id: sha256Hex(code), ownerId: account.id, ...validity })
  return { serverTime: now, codes }
}

export const listCoverages: Handler<'listCoverages'> = async (context) => ({ items: await coverageViews(context) })

function memberOf({ membership, union }: Account): { membership: NonNullable<Account['membership']>; union: NonNullable<Account['union']> } {
  if (!membership || !union) throw new Refusal('NOT_MEMBER')
  return { membership, union }
}
