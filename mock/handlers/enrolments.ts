import type { Enrolment } from '@/contract/schemas/member'
import { formatDateZh } from '@/domain/dates'
import { maskName } from '@/domain/masking'
import type { BodyOf } from '@/contract/endpoints'
import type { Handler, HandlerContext } from '../core'
import { planInfo } from '../rules/plans'
import { Refusal } from '../rules/refusal'
import type { CampaignRecord, EnrolmentRecord } from '../store/entities'
import { firstFailure, giftChecks } from './flow/gift-checks'
import { giftTerms, readGiftFacts, takenFrom, type GiftFacts } from './flow/gift-facts'
import { notify } from './flow/notify'
import { own } from './guards'
import { newestFirst } from './paging'
import { consentIdOf, enrolmentKeyOf } from './records'
import { coverageView } from './views/coverage-view'
import { consentTexts } from './words/consent-texts'

type Context = Pick<HandlerContext<'createEnrolment'>, 'account' | 'tx' | 'env' | 'now' | 'today'>

export const createEnrolment: Handler<'createEnrolment'> = async (context) => {
  const { account, body, tx, now, today } = context
  const campaign = await tx.get('campaign', body.campaignId)
  if (!campaign) throw new Refusal('VALIDATION_FAILED', undefined, { '/campaignId': '没有找到这项赠送。' })
  const facts = await readGiftFacts(tx, account, today)
  const taken = takenFrom(campaign, facts.enrolments)
  // Tapping twice, another key, tomorrow again: the certificate is there already, and that is what the member wants to see.
  if (taken) return enrolmentView(context, taken)

  await takeConsents(context, body.consents)
  const failure = firstFailure(giftChecks(campaign, facts, now))
  if (failure) throw refusalOf(failure.code, failure.textZh)
  return enrolmentView(context, await enrol(context, campaign, facts))
}

export const listEnrolments: Handler<'listEnrolments'> = async (context) => {
  const enrolments = newestFirst(await context.tx.list('enrolment', context.account.id), ({ acceptedAt }) => acceptedAt)
  return { items: await inOrder(enrolments, (enrolment) => enrolmentView(context, enrolment)) }
}

export const getEnrolment: Handler<'getEnrolment'> = async (context) => enrolmentView(context, own(await context.tx.get('enrolment', context.params.enrolmentId), context.account.id))

/** Stores the consents that came along; C1 must be among them or stand already, in its current version. */
async function takeConsents({ account, tx, now }: Context, given: BodyOf<'createEnrolment'>['consents']): Promise<void> {
  for (const { consentId, version } of given) {
    if (version !== consentTexts[consentId].version) throw new Refusal('CONSENT_VERSION_STALE', undefined, {}, { consentId, version: consentTexts[consentId].version })
    const before = await tx.get('consent', consentIdOf(account.id, consentId))
    const standing = consentId === 'C2' ? (before?.standing ?? false) : null
    if (!before?.granted || before.version !== version) await tx.put('consent', { id: consentIdOf(account.id, consentId), ownerId: account.id, consentId, version, granted: true, standing, at: now, claimId: null })
  }
  const c1 = await tx.get('consent', consentIdOf(account.id, 'C1'))
  if (!c1?.granted || c1.version !== consentTexts.C1.version) throw new Refusal('CONSENT_REQUIRED', `继续之前需要您单独同意:${consentTexts.C1.titleZh}。`, {}, { consentId: 'C1' })
}

/** Quota, cover and certificate in one unit of work, so that neither a place nor a cover can exist without the other. */
async function enrol(context: Context, campaign: CampaignRecord, { coverages, today }: GiftFacts): Promise<EnrolmentRecord> {
  const { account, tx, now } = context
  const number = String(await tx.next('certificate')).padStart(6, '0')
  const { first, ...terms } = giftTerms(campaign, coverages, today)
  const enrolment: EnrolmentRecord = {
    id: `EN-2026-${number}`,
    ownerId: account.id,
    certificateNo: `ZS-2026-${number}`,
    planId: campaign.planId,
    campaignId: campaign.id,
    coverageId: `CV-2026-${number}`,
    acceptedAt: now,
  }
  const holder = await tx.claimKey(enrolmentKeyOf(account.id, campaign.planId, terms.effectiveOn), enrolment.id)
  if (holder !== enrolment.id) throw new Refusal('ALREADY_COVERED')
  await tx.put('campaign', { ...campaign, used: campaign.used + 1 })
  await tx.put('coverage', { id: enrolment.coverageId, ownerId: account.id, enrolmentId: enrolment.id, planId: campaign.planId, shares: 1, source: 'GIFT', first, ...terms, cityCode: account.union?.cityCode ?? 'default' })
  await tx.put('enrolment', enrolment)
  const values = { planName: planInfo(campaign.planId).nameZh, effectiveOn: formatDateZh(terms.effectiveOn), endsOn: formatDateZh(terms.endsOn) }
  await notify(context, account.id, 'K03', { values }, { enrolmentId: enrolment.id })
  return enrolment
}

const refusalOf = (reasonCode: string, wordsZh: string): Refusal =>
  new Refusal(reasonCode === 'QUOTA_EXHAUSTED' || reasonCode === 'ALREADY_COVERED' ? reasonCode : 'GIFT_NOT_ELIGIBLE', wordsZh, {}, { reasonCode })

async function enrolmentView({ account, tx, today }: Pick<Context, 'account' | 'tx' | 'today'>, enrolment: EnrolmentRecord): Promise<Enrolment> {
  const coverage = own(await tx.get('coverage', enrolment.coverageId), account.id)
  const campaign = enrolment.campaignId === null ? undefined : await tx.get('campaign', enrolment.campaignId)
  return {
    enrolmentId: enrolment.id,
    certificateNo: enrolment.certificateNo,
    campaignId: enrolment.campaignId,
    campaignZh: campaign?.nameZh ?? null,
    sponsorZh: campaign?.sponsor ?? null,
    nameMasked: maskName(account.name),
    acceptedAt: enrolment.acceptedAt,
    coverage: coverageView(coverage, await tx.list('claim', account.id), today),
  }
}

/** One after the other: a transaction is not read from twice at once. */
async function inOrder<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}
