import { useSubscribeAsk } from '@/api/subscriptions'
import { Notice, Offer } from '@/ui'
import { texts } from '../texts'

const t = texts.subscribe

/** After the submission: may WeChat tell how it goes on? Put once, and the inbox has everything anyway. */
export function SubscribeCard() {
  const { stage, titlesZh, busy, yes, no, again } = useSubscribeAsk('SUBMIT')
  if (stage === 'none') return null
  if (stage === 'ask') return <Offer title={t.title} detail={t.detail(titlesZh)} yes={t.yes} no={t.no} onYes={yes} onNo={no} busy={busy} />
  if (stage === 'failed') return <Notice tone="warn" announce="polite" action={{ label: t.again, onPress: again }}>{t.failed}</Notice>
  return <Notice tone={stage === 'saved' ? 'success' : 'neutral'} announce="polite">{stage === 'saved' ? t.saved : t.refused}</Notice>
}
