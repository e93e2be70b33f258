import { useMutation, useQueryClient } from '@tanstack/react-query'
import { forgetDeviceKey } from '@/platform/forget-device-key'
import { forgetDrafts } from '@/state/draft-keys'
import { useSession } from '@/state/session-store'
import { useSettings } from '@/state/settings-store'
import type { SignIn } from '@/contract/schemas/session'
import { call } from './call'
import { meQuery } from './me'
import { forgetQueries } from './persisted'

/** Signs in and stores the session; what another account left in memory is dropped first. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SignIn) => call('signIn', { body }),
    onSuccess: (session) => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'public' })
      useSession.getState().signedIn(session)
      // Who has chosen 长辈版 on another device finds it here; it is never switched off behind somebody's back.
      void client.fetchQuery(meQuery()).then(({ preferences }) => preferences.elderMode && useSettings.getState().setElderMode(true), () => undefined)
    },
  })
}

/** Signs out here even when the server cannot be told. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('signOut', {}).catch(() => undefined),
    onSettled: () => {
      const { account, ended } = useSession.getState()
      if (account) {
        forgetQueries(client, account.accountId)
        forgetDeviceKey(account.accountId)
        forgetDrafts(account.accountId)
      }
      ended(null)
    },
  })
}
