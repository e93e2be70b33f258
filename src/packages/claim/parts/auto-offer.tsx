import { useQuery } from '@tanstack/react-query'
import { messageOf } from '@/api/api-error'
import { homeQuery, useDeclineConsent } from '@/api/me'
import { go, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { Notice } from '@/ui'
import { texts } from '../texts'

const t = texts.start.auto

/** Who is about to claim by hand hears once that the next stay can do without; the answer to the same offer on the first page counts. */
export function AutoOffer() {
  const offered = useQuery(homeQuery()).data?.offerAuto ?? false
  const { decline, error } = useDeclineConsent('C2')
  if (!offered) return null
  const see = () => go(withParams(routes.consents, { consentId: 'C2' }))
  return <Notice title={t.title} action={{ label: t.see, onPress: see }} further={{ label: t.no, onPress: decline }}>{messageOf(error) ?? t.text}</Notice>
}
