import { useSubscribeAsk } from '@/api/subscriptions'
import { Notice, Offer } from '@/ui'
import { subscribeTexts as t } from '../texts'


/** After a gift: may WeChat tell what becomes of it, and when it ends? */
export function SubscribeCard() {
  const { stage, titlesZh, busy, yes, no, again } = useSubscribeAsk('GIFT')
  if (stage === 'none') return null
  if (stage === 'ask') return <Offer title={t.title} detail={t.detail(titlesZh)} yes={t.yes} no={t.no} onYes={yes} onNo={no} busy={busy} />
  if (stage === 'failed') return <Notice tone="warn" announce="polite" action={{ label: t.again, onPress: again }}>{t.failed}</Notice>
  return <Notice tone={stage === 'saved' ? 'success' : 'neutral'} announce="polite">{stage === 'saved' ? t.saved : t.refused}</Notice>
}
