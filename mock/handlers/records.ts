import type { Invoice } from '@/contract/schemas/claim'
import type { ConsentId, LocalDate, PlanId } from '@/contract/schemas/common'

/** Ids of records that a person has once. */
export const consentIdOf = (ownerId: string, consentId: ConsentId): string => `${ownerId}-${consentId}`
export const cardPhotoIdOf = (ownerId: string): string => `card-photo-${ownerId}`
/** C4, which every claim has of its own. */
export const recordQueryIdOf = (ownerId: string, claimId: string): string => `${ownerId}-C4-${claimId}`
export const bankCardIdOf = (ownerId: string): string => `card-${ownerId}`
/** One cover of a plan a person and period (rule source R-): the first of two enrolments counts, across campaigns. */
export const enrolmentKeyOf = (ownerId: string, planId: PlanId, effectiveOn: LocalDate): string => `enrolment:${ownerId}:${planId}:${effectiveOn}`
/** An invoice is in one live claim. */
export const invoiceKeyOf = ({ code, number }: Invoice): string => `invoice:${`${code}-${number}`.toUpperCase()}`
