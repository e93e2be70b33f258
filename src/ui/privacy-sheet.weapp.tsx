import { useEffect, useState } from 'react'
import { Button as NativeButton, View } from '@tarojs/components'
import { onPrivacyAsked, openPrivacyGuide, type PrivacyAsk } from '@/platform/privacy'
import { Button } from './button'
import { privacyWords as t } from './privacy-words'
import { Sheet } from './sheet'

const AGREE = 'privacy-agree'

let asked: PrivacyAsk | null = null
let listening = false
const pages = new Set<(ask: PrivacyAsk | null) => void>()

/** Pages stay mounted below the top one, and nobody can say which is seen: each shows the question, one answer ends it for all. */
function tell(ask: PrivacyAsk | null): void {
  asked = ask
  pages.forEach((show) => show(ask))
}

/** See privacy-sheet.tsx. The picture or scan that was asked for goes on after 同意; after 不同意 it fails as DENIED, with words. */
export function PrivacySheet() {
  const [ask, show] = useState(asked)
  useEffect(() => {
    pages.add(show)
    // Asked while this page was coming.
    show(asked)
    if (!listening) onPrivacyAsked(tell)
    listening = true
    return () => void pages.delete(show)
  }, [])
  useEffect(() => ask?.shown(), [ask])
  if (!ask) return null

  const agree = (): void => {
    ask.agree(AGREE)
    tell(null)
  }
  const refuse = (): void => {
    ask.refuse()
    tell(null)
  }
  return (
    <Sheet id="privacy" open title={t.title} onClose={refuse}>
      {t.text.map((paragraph) => <View key={paragraph} className="z-stack">{paragraph}</View>)}
      <Button kind="text" inline onPress={() => void openPrivacyGuide().catch(() => undefined)}>{t.guide}</Button>
      {/* WeChat takes the consent only from a native button with this open type. */}
      <NativeButton id={AGREE} className="z-btn z-btn--primary" openType="agreePrivacyAuthorization" onAgreePrivacyAuthorization={agree}>{t.agree}</NativeButton>
      <Button kind="secondary" onPress={refuse}>{t.refuse}</Button>
    </Sheet>
  )
}
