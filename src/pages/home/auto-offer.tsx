import { messageOf } from '@/api/api-error'
import { useDeclineConsent } from '@/api/me'
import { go, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { Notice } from '@/ui'
import { texts } from './texts'

const t = texts.auto

/** 免审即享 for who was never asked; «不用了» is kept by the server as the answer, so that no other phone asks again. */
export function AutoOffer() {
  const { decline, error } = useDeclineConsent('C2')
  const see = () => go(withParams(routes.consents, { consentId: 'C2' }))
  return <Notice title={t.title} action={{ label: t.see, onPress: see }} further={{ label: t.no, onPress: decline }}>{messageOf(error) ?? t.text}</Notice>
}
