import { useSignOut } from '@/api/session'
import { confirm } from '@/platform/dialogs'
import { accountKey } from '@/state/session-store'
import { useOutbox } from '@/state/outbox-store'
import { texts } from './texts'

/** Asks, says what happens to files on their way, signs out. The guard of the page then leads to sign-in. */
export function useAskSignOut(): { ask(): void; busy: boolean } {
  const signOut = useSignOut()
  const ask = async (): Promise<void> => {
    const waiting = useOutbox.getState().items.filter(({ owner, state }) => owner === accountKey() && state !== 'ANSWERED').length
    const text = waiting > 0 ? `${texts.signOutText}${texts.signOutWaiting(waiting)}` : texts.signOutText
    if (await confirm({ title: texts.signOutTitle, text, ok: texts.signOutOk })) signOut.mutate()
  }
  return { ask: () => void ask(), busy: signOut.isPending }
}
