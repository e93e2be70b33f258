import { useMutation, useQueryClient } from '@tanstack/react-query'
import { forgetDrafts } from '@/state/draft-keys'
import { forgetAccounts } from '@/state/left-behind'
import { takeFromOtherTabs, useSession } from '@/state/session-store'
import { useSettings } from '@/state/settings-store'
import type { SignIn } from '@/contract/schemas/session'
import { act } from './act'
import { meQuery } from './me'
import { forgetOthers, forgetQueries } from './persisted'
import { keepSignOut } from './sign-outs'

/** Signs in and stores the session; what another account left is dropped first. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SignIn) => act('signIn', { body }),
    onSuccess: (session) => {
      forgetOthers(client, session.account.accountId)
      useSession.getState().signedIn(session)
      // Who has chosen 长辈版 on another device finds it here; it is never switched off behind somebody's back.
      void client.fetchQuery(meQuery()).then(({ preferences }) => preferences.elderMode && useSettings.getState().setElderMode(true), () => undefined)
    },
  })
}

/** Signs out here at once; the server is told as soon as it can be reached. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      takeFromOtherTabs()
      const { account, refreshToken, ended } = useSession.getState()
      if (account) {
        const { accountId } = account
        forgetQueries(client, accountId)
        forgetAccounts((owner) => owner === accountId)
        forgetDrafts(accountId)
      }
      ended(null)
      if (refreshToken) keepSignOut(refreshToken)
    },
  })
}
