import { useEffect } from 'react'
import { currentAddress, replace } from '@/platform/navigation'
import { useSession } from './session-store'

export const SIGN_IN = '/pages/sign-in/index'

/** True while somebody is signed in. Otherwise the sign-in page comes, and brings the member back to this address afterwards. */
export function useSignedIn(): boolean {
  const account = useSession((session) => session.account)
  useEffect(() => {
    if (account) return
    useSession.getState().remember(currentAddress())
    void replace(SIGN_IN)
  }, [account])
  return account !== null
}
