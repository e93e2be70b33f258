import type { LocalDate } from '@/domain/dates'
import { effectiveOnFor } from '@/domain/scheme-dates'
import { coverageTerms, isRenewal, type CoverageTerms } from '../../../rules/coverage'
import type { Account, CampaignRecord, CoverageRecord, EnrolmentRecord } from '../../../store/entities'
import type { Tx } from '../../../store/store'

/** What is known of a member when a gift is looked at. */
export interface GiftFacts {
  account: Account
  enrolments: EnrolmentRecord[]
  coverages: CoverageRecord[]
  today: LocalDate
}

export const readGiftFacts = async (tx: Tx, account: Account, today: LocalDate): Promise<GiftFacts> => ({
  account,
  enrolments: await tx.list('enrolment', account.id),
  coverages: await tx.list('coverage', account.id),
  today,
})

/** Days of the cover that a gift would begin when it is taken up today. */
export function giftTerms({ planId }: CampaignRecord, coverages: readonly CoverageRecord[], today: LocalDate): CoverageTerms & { first: boolean } {
  const earlier = coverages.filter((coverage) => coverage.planId === planId).map(({ endsOn }) => endsOn)
  const first = !isRenewal(effectiveOnFor(today), earlier)
  return { ...coverageTerms(planId, today, first), first }
}

/** The certificate that a member already has of this campaign. */
export const takenFrom = (campaign: CampaignRecord, enrolments: readonly EnrolmentRecord[]): EnrolmentRecord | undefined => enrolments.find(({ campaignId }) => campaignId === campaign.id)
