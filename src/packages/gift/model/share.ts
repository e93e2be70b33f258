import { useQuery } from '@tanstack/react-query'
import { certificateLinkQuery } from '@/api/gifts'
import type { CertificateLink } from '@/contract/schemas/drawn'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useSession } from '@/state/session-store'
import { certificateTexts as t } from '../texts'

/** Asked for with the page: a browser shares only in the turn of the tap, WeChat waits for nobody. Undefined until it is there. */
export function useCertificateLink(enrolmentId: string): CertificateLink | undefined {
  const signedIn = useSession(({ account }) => account !== null)
  return useQuery({ ...certificateLinkQuery(enrolmentId), enabled: signedIn && enrolmentId !== '' }).data
}

/** What WeChat sends on: nothing of the person. Without a link yet it leads to the app, not to a page that only its owner may open. */
export const shareMessage = (link: CertificateLink | undefined): { title: string; path: string } => ({
  title: t.shareTitle,
  path: link ? withParams(routes.verify, { code: link.code }) : routes.home,
})
