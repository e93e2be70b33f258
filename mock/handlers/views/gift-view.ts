import type { EligibilityCheck, GiftConsent, GiftOffer, GiftOfferDetail } from '@/contract/schemas/member'
import type { ConsentId } from '@/contract/schemas/common'
import { formatDateZh, localDateOf, type Instant, type LocalDate } from '@/domain/dates'
import { maskName } from '@/domain/masking'
import { planInfo } from '../../rules/plans'
import { groupNamesZh } from '../../rules/gift-codes'
import type { CampaignRecord, ConsentRecord, TicketRecord } from '../../store/entities'
import { giftTerms, takenFrom, type GiftFacts } from '../flow/gifts/gift-facts'
import { aboutMember, firstFailure, giftChecks, groupsOf, isMadeFor } from '../flow/gifts/gift-checks'
import { consentTexts } from '../words/consent-texts'
import { placesLeft } from '../flow/gifts/places'
import { planView } from './plan-view'
import { ticketView } from './ticket-view'

/** Consents asked for with a gift: C1 is needed, the others are never a condition (domain section 8, rule 10). */
export const giftConsents: readonly { consentId: ConsentId; required: boolean }[] = [
  { consentId: 'C1', required: true },
  { consentId: 'C2', required: false },
  { consentId: 'C7', required: false },
]

/** `held`: a place is kept for this member, so that neither the quota nor the last day of the campaign stands in the way. */
export function offerView(campaign: CampaignRecord, facts: GiftFacts, now: Instant, held = false): GiftOffer {
  const taken = takenFrom(campaign, facts.enrolments)
  const failure = firstFailure(checksOf(campaign, facts, now, held))
  const matchedZh = matched(campaign, facts)
  return {
    campaignId: campaign.id,
    nameZh: campaign.nameZh,
    sponsorZh: campaign.sponsor,
    planId: campaign.planId,
    planNameZh: planInfo(campaign.planId).nameZh,
    whyZh: taken ? '您已领取这项赠送，可随时查看保障凭证。' : (failure?.textZh ?? `${matchedZh.length > 0 ? `因为您是${matchedZh.join('、')}，` : ''}由${campaign.sponsor}出资赠送，您不用付费。`),
    matchedZh,
    closesOn: localDateOf(campaign.closesAt),
    quotaLeftZh: quotaWords(campaign, now),
    state: taken ? 'TAKEN' : failure ? 'NOT_ELIGIBLE' : 'AVAILABLE',
    enrolmentId: taken?.id ?? null,
  }
}

const checksOf = (campaign: CampaignRecord, facts: GiftFacts, now: Instant, held: boolean): EligibilityCheck[] => {
  const checks = giftChecks(campaign, facts, now)
  return held ? aboutMember(checks) : checks
}
/** A place is kept and waits to be confirmed. */
export const isHeld = (ticket: TicketRecord | undefined): boolean => ticket?.progress.state === 'RESERVED'

/** What the member has of a campaign besides the offer. */
export interface Holding {
  consents: readonly ConsentRecord[]
  ticket: TicketRecord | undefined
  /** On the waiting list. */
  position: number | null
}

export function offerDetailView(campaign: CampaignRecord, facts: GiftFacts, { consents, ticket, position }: Holding, now: Instant): GiftOfferDetail {
  const held = isHeld(ticket)
  const offer = offerView(campaign, facts, now, held)
  const checks = checksOf(campaign, facts, now, held)
  const { first: _first, ...preview } = giftTerms(campaign, facts.coverages, facts.today)
  return {
    offer,
    plan: planView(campaign.planId, facts.account, facts.coverages, now),
    eligible: offer.state === 'AVAILABLE',
    headlineZh: headline(offer, checks, preview.effectiveOn),
    member: whoIs(facts.account),
    // Who has taken the gift reads about the certificate, not about conditions that the gift itself has changed.
    checks: offer.state === 'TAKEN' ? [] : checks,
    consents: giftConsents.map(({ consentId, required }) => consentView(consentId, required, consents)),
    preview,
    ticket: ticket ? ticketView(ticket, facts.coverages, campaign) : null,
    waitlist: position === null ? null : { position },
    soldOut: placesLeft(campaign) === 0,
  }
}

const whoIs = ({ name, membership, union, realNameVerified }: GiftFacts['account']): GiftOfferDetail['member'] => ({
  nameMasked: maskName(name),
  memberNo: membership?.memberNo ?? null,
  unionZh: union?.nameZh ?? null,
  realNameVerified,
})

function headline(offer: GiftOffer, checks: readonly EligibilityCheck[], effectiveOn: LocalDate): string {
  switch (offer.state) {
    case 'TAKEN':
      return '您已领取这项赠送'
    case 'AVAILABLE':
      return `您可以领取，今天确认，${formatDateZh(effectiveOn)}零时起有保障`
    case 'NOT_ELIGIBLE':
      return firstFailure(checks)?.textZh ?? '暂时不能领取'
  }
}

const consentView = (consentId: ConsentId, required: boolean, records: readonly ConsentRecord[]): GiftConsent => {
  const { titleZh, textZh, version } = consentTexts[consentId]
  const record = records.find((candidate) => candidate.consentId === consentId)
  return { consentId, titleZh, textZh, version, required, granted: record?.granted === true && record.version === version }
}

/** Groups that campaign and member share. */
const matched = ({ targetGroups }: CampaignRecord, { account }: GiftFacts): string[] =>
  targetGroups.filter((group) => group !== 'GENERAL' && groupsOf(account).includes(group)).map((group) => groupNamesZh[group] ?? group)

/** Rounded down to tens (domain section 8): an exact count would start a race. */
export function quotaWords(campaign: CampaignRecord, now: Instant): string {
  const left = placesLeft(campaign)
  if (now > campaign.closesAt) return '活动已结束'
  if (left <= 0) return '名额已领完'
  return left < 10 ? '名额不足10个' : `约剩${Math.floor(left / 10) * 10}个名额`
}

/** Campaigns that are offered to a member: open and made for their group and region, or already taken. */
export const isOffered = (campaign: CampaignRecord, facts: GiftFacts, now: Instant): boolean =>
  takenFrom(campaign, facts.enrolments) !== undefined || isMadeFor(giftChecks(campaign, facts, now))
