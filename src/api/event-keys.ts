import { accountKey } from '@/state/session-store'

/** Keys of what a rep's phone keeps of an event. Apart from the calls: the outbox needs them at the start of the app, the calls it does not. */
export const repEventKey = (eventId: string) => [accountKey(), 'rep-event', eventId] as const
export const repKitKey = (eventId: string) => [accountKey(), 'rep-kit', eventId] as const
