import { useEffect } from 'react'
import { withParams } from '@/platform/address'
import { codeIn, giftCode } from '@/platform/launch-code'
import { currentPath, replace } from '@/platform/navigation'
import { useSession } from './session-store'

export const SIGN_IN = '/pages/sign-in/index'

/** First page, and the page that a poster's link opens. */
const HOME = '/pages/home/index'
const SCAN = '/packages/gift/pages/scan/index'

/** The code of an event or gift that an address brings along, under whichever name. */
const giftIn = (url: string): string | undefined => giftCode(codeIn(/[?&](?:code|scene|q)=([^&]+)/.exec(url)?.[1] ?? ''))

/** The code of a poster that the member comes back to after sign-in; undefined where that is another page. */
export const posterIn = (returnTo: string | null): string | undefined => (returnTo?.split('?')[0] === SCAN ? giftIn(returnTo) : undefined)

/** To this poster after sign-in. */
export const rememberPoster = (code: string): void => useSession.getState().remember(withParams(SCAN, { code }))

let leading = false

/** An app that was killed at sign-in begins at home the next time: the poster that it was opened with is still what the member came for. */
function rememberUnlessAPosterWaits(here: string): void {
  const { returnTo, remember, lastAccount } = useSession.getState()
  const waits = posterIn(returnTo)
  // Any page can be opened with a code; the poster's own page is where it is handed in.
  if (waits && (here.split('?')[0] === HOME || giftIn(here) === waits)) return
  // A poster is for whoever stands before it; any other page that was open is for the one whose session has ended.
  remember(here, posterIn(here) ? null : lastAccount)
}

/** One way to sign-in at a time: when a session ends, every page that is still open asks for it. */
function leadToSignIn(): void {
  const here = currentPath()
  if (leading || here.startsWith(SIGN_IN)) return
  leading = true
  rememberUnlessAPosterWaits(here)
  void replace(SIGN_IN).finally(() => {
    leading = false
    // A page that came to the front meanwhile (the code of a poster) was turned away above, and is where to come back to.
    if (!useSession.getState().account && currentPath() !== here) leadToSignIn()
  })
}

/** True where sign-in stands or comes by itself: nothing else is to be opened beside it. */
export const signInAwaits = (): boolean => !useSession.getState().account && [HOME, SIGN_IN, '/'].includes(currentPath().split('?')[0] ?? '')

/** True while somebody is signed in. Otherwise the sign-in page comes, and brings the member back to this address afterwards. @param asked false: nobody need sign in for what the page shows now */
export function useSignedIn(asked = true): boolean {
  const account = useSession((session) => session.account)
  useEffect(() => {
    if (asked && !account) leadToSignIn()
  }, [asked, account])
  return account !== null
}

/** True for a union member; applicants and beneficiaries sign in too, and most of the app is not for them. True while nobody is signed in. */
export const useIsMember = (): boolean => useSession((session) => session.account?.roles.includes('MEMBER') ?? true)

/** True for who may have to do with a claim: a member, a beneficiary. True while nobody is signed in. */
export const useIsClaimant = (): boolean => useSession((session) => session.account?.roles.some((role) => role === 'MEMBER' || role === 'BENEFICIARY') ?? true)

/** True for who files for others with their authorisation. */
export const useIsAgent = (): boolean => useSession((session) => session.account?.roles.includes('AGENT') ?? false)

/** True for who hands out gifts at events. */
export const useIsRep = (): boolean => useSession((session) => session.account?.roles.includes('REP') ?? false)
