import type { SubscriptionResult } from './subscribe.types'

export type { SubscriptionAnswer, SubscriptionResult } from './subscribe.types'

/** Whether there are subscribe messages here at all: only in the mini-program. */
export const canSubscribe = (): boolean => false

/**
 * Asks leave to send one message of each template (1 to 3). In the mini-program it has to follow a tap. H5: 'unsupported'.
 * @throws DeviceError DENIED (no tap, switched off), FAILED
 */
export const askSubscription = (_templateIds: string[]): Promise<SubscriptionResult> => Promise.resolve('unsupported')
