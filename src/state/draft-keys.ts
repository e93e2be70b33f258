import { removeStored, storedKeys } from '@/platform/storage'

/** Where forms that were typed into lie on the phone, each account's in a place of its own. */
export const DRAFTS = 'draft.'
export const draftsOf = (accountId: string): string => `${DRAFTS}${accountId}/`

/** Whoever signs out leaves nothing behind on a phone that others use too. Also takes drafts along that name no account (older versions). */
export const forgetDrafts = (accountId: string): void =>
  storedKeys().filter((key) => key.startsWith(draftsOf(accountId)) || (key.startsWith(DRAFTS) && !key.includes('/'))).forEach(removeStored)
