import type { ConsentId } from '@/contract/schemas/common'

/** Ids of records that a person has once. */
export const consentIdOf = (ownerId: string, consentId: ConsentId): string => `${ownerId}-${consentId}`
export const bankCardIdOf = (ownerId: string): string => `card-${ownerId}`
