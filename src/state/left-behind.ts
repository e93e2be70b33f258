import { accountStorage } from '@/platform/account-storage'
import { removeStored, storedKeys } from '@/platform/storage'
import { isScan, useOutbox } from './outbox-store'

const beginnings = Object.values(accountStorage)

/** A scan that waits cannot be opened without its owner's key. */
const isNeeded = (owner: string): boolean => useOutbox.getState().items.some((item) => isScan(item) && item.owner === owner && item.payload.sealed !== '')

/**
 * Removes what the phone has kept of accounts: answers, the card's key, and the queue's key where nothing waits for it. Drafts and outbox wait for
 * their owners, whom alone they are shown to.
 */
export function forgetAccounts(isForgotten: (account: string) => boolean): void {
  for (const key of storedKeys()) {
    const beginning = beginnings.find((one) => key.startsWith(one))
    const owner = key.slice(beginning?.length ?? 0)
    if (beginning && isForgotten(owner) && !(beginning === accountStorage.queueKey && isNeeded(owner))) removeStored(key)
  }
}
