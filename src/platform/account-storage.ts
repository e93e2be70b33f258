/** Stored keys `<beginning><account>` that hold one account's own and go when another one signs in. What was typed and what waits to be sent lies elsewhere. */
export const accountStorage = { answers: 'cache.', deviceKey: 'device-key.', queueKey: 'queue-key.' } as const

/** Where an account's key pair lies. */
export const deviceKeyName = (account: string): string => accountStorage.deviceKey + account
