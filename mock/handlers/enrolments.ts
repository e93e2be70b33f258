import type { Enrolment } from '@/contract/schemas/member'
import { maskName } from '@/domain/masking'
import type { BodyOf } from '@/contract/endpoints'
import type { Handler, HandlerContext } from '../core'
import { Refusal } from '../rules/refusal'
import type { EnrolmentRecord } from '../store/entities'
import { aboutMember, firstFailure, giftChecks } from './flow/gifts/gift-checks'
import { readGiftFacts, takenFrom } from './flow/gifts/gift-facts'
import { settleCampaign } from './flow/gifts/gift-timers'
import { campaignOf, ticketOf } from './flow/gifts/places'
import { activateTicket, giftRefusal, reservePlace } from './flow/gifts/take-gift'
import { eventOfPlace } from './flow/gifts/visits'
import { own } from './guards'
import { newestFirst } from './paging'
import { consentIdOf } from './records'
import { coverageView } from './views/coverage-view'
import { consentTexts } from './words/consent-texts'

type Context = Pick<HandlerContext<'createEnrolment'>, 'account' | 'tx' | 'env' | 'now' | 'today'>

export const createEnrolment: Handler<'createEnrolment'> = async (context) => {
  const { account, body, tx, now, today } = context
  if (!(await tx.get('campaign', body.campaignId))) throw new Refusal('VALIDATION_FAILED', undefined, { '/campaignId': '没有找到这项赠送。' })
  await settleCampaign(context, body.campaignId)
  const campaign = await campaignOf(tx, body.campaignId)
  const facts = await readGiftFacts(tx, account, today)
  const taken = takenFrom(campaign, facts.enrolments)
  // Tapping twice, another key, tomorrow again: the certificate is there already, and that is what the member wants to see.
  if (taken) return enrolmentView(context, taken)

  await takeConsents(context, body.consents)
  const ticket = await ticketOf(tx, account.id, campaign.id)
  const reserved = ticket?.progress.state === 'RESERVED' ? ticket : undefined
  const checks = giftChecks(campaign, facts, now)
  const failure = firstFailure(reserved ? aboutMember(checks) : checks)
  if (failure) throw giftRefusal(failure)
  const eventId = (await eventOfPlace(context, undefined, account.id, ticket))?.id ?? null
  const held = reserved ?? (await reservePlace(context, { ownerId: account.id, campaignId: campaign.id, eventId, repId: null, leaseId: null, scannedAt: null }, 'MEMBER'))
  return enrolmentView(context, await activateTicket(context, account, campaign, held, 'PHONE'))
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

/** One certificate as the app shows it. */
export async function enrolmentView({ account, tx, today }: Pick<Context, 'account' | 'tx' | 'today'>, enrolment: EnrolmentRecord): Promise<Enrolment> {
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
