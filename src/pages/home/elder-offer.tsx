import { useElderModeSwitch } from '@/api/elder-mode'
import { fontScale } from '@/platform/font-scale'
import { useSettings } from '@/state/settings-store'
import { Notice } from '@/ui'
import { texts } from './texts'

/** Letters of WeChat from which on 长辈版 is offered (domain rule, source R: between standard and care mode, which is 1.4). */
const OFFER_FROM = 1.3

/** Who reads large letters in WeChat finds 长辈版 here; no popup, and whatever the answer, it is asked once. */
export function ElderOffer() {
  const elder = useElderModeSwitch()
  const { elderOfferAnswered, answerElderOffer } = useSettings()
  if (elder.on || elderOfferAnswered || fontScale() < OFFER_FROM) return null
  const accept = (): void => {
    answerElderOffer()
    elder.set(true)
  }
  return <Notice title={texts.elderOffer} action={{ label: texts.elderAccept, onPress: accept }} further={{ label: texts.elderDecline, onPress: answerElderOffer }} />
}
