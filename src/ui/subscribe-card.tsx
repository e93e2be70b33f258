import { Notice } from './notice'
import { Offer } from './offer'

export interface SubscribeCardProps {
  /** Where WeChat's question stands: not put, put, and what came of it. */
  ask: { stage: 'none' | 'ask' | 'saved' | 'refused' | 'failed'; titlesZh: readonly string[]; busy: boolean; yes(): unknown; no(): unknown; again(): unknown }
  words: { title: string; detail: (titles: readonly string[]) => string; yes: string; no: string; saved: string; refused: string; failed: string; again: string }
}

/** May WeChat tell how it goes on? Put once, and whatever is answered is said back. */
export function SubscribeCard({ ask: { stage, titlesZh, busy, yes, no, again }, words: t }: SubscribeCardProps) {
  if (stage === 'none') return null
  if (stage === 'ask') return <Offer title={t.title} detail={t.detail(titlesZh)} yes={t.yes} no={t.no} onYes={yes} onNo={no} busy={busy} />
  if (stage === 'failed') return <Notice tone="warn" announce="polite" action={{ label: t.again, onPress: again }}>{t.failed}</Notice>
  return <Notice tone={stage === 'saved' ? 'success' : 'neutral'} announce="polite">{stage === 'saved' ? t.saved : t.refused}</Notice>
}
