import { onlineManager } from '@tanstack/react-query'
import { useSignOut } from '@/api/session'
import { confirm } from '@/platform/dialogs'
import { accountKey } from '@/state/session-store'
import { useOutbox, type OutboxItem } from '@/state/outbox-store'
import { texts } from './texts'

/** Asks, says what happens to files on their way and to those that were refused, signs out. The guard of the page then leads to sign-in. */
export function useAskSignOut(): { ask(): void; busy: boolean } {
  const signOut = useSignOut()
  const ask = async (): Promise<void> => {
    const count = (...states: OutboxItem['state'][]): number => useOutbox.getState().items.filter(({ owner, state }) => owner === accountKey() && states.includes(state)).length
    const [waiting, refused] = [count('WAITING', 'SENDING'), count('REFUSED')]
    const text = [texts.signOutText, waiting > 0 ? texts.signOutWaiting(waiting) : '', refused > 0 ? texts.signOutRefused(refused) : '', onlineManager.isOnline() ? '' : texts.signOutOffline].join('')
    if (await confirm({ title: texts.signOutTitle, text, ok: texts.signOutOk })) await signOut.mutateAsync().catch(() => undefined)
  }
  return { ask: () => ask(), busy: signOut.isPending }
}
