import { useState } from 'react'
import { View } from '@tarojs/components'
import type { EventKit } from '@/contract/schemas/event'
import { isSignature, type Strokes } from '@/domain/strokes'
import { Button, Card, Facts, Notice, SignaturePad } from '@/ui'
import { signTexts as t } from '../texts'

export interface SignPadProps {
  /** Plan, cover and consent in the server's words; none on a phone whose kit is from before they came with it. */
  signing: EventKit['signing'] | undefined
  /** Hands its promise back: see `Act`. */
  onDone: (strokes: Strokes) => unknown
  onCancel: () => void
}

/** Confirmation of a member without a phone: what is agreed to, and the name drawn with a finger. */
export function SignPad({ signing, onDone, onCancel }: SignPadProps) {
  const [strokes, setStrokes] = useState<Strokes>([])
  const [missing, setMissing] = useState(false)
  const done = (): unknown => {
    setMissing(!isSignature(strokes))
    return isSignature(strokes) ? onDone(strokes) : undefined
  }
  return (
    <Card title={t.title} icon="edit" kind="accent">
      {signing ? <Signed words={signing} /> : null}
      {t.declaration.map((paragraph) => <View key={paragraph} className="z-stack">{paragraph}</View>)}
      <SignaturePad id="sign-pad" label={t.pad} hint={t.padEmpty} clear={t.clear} strokes={strokes} onDraw={setStrokes} />
      <View className="z-small z-stack">{t.padHint}</View>
      {missing ? <Notice tone="warn" title={t.missing} announce="assertive" /> : null}
      <Button onPress={done}>{t.done}</Button>
      <Button kind="text" onPress={onCancel}>{t.cancel}</Button>
    </Card>
  )
}

/** Who signs reads it here, and need not take a rep's word for it. */
function Signed({ words: { planNameZh, sponsorZh, coverZh, notPaidZh, termZh, consentTitleZh, consentZh } }: { words: EventKit['signing'] }) {
  const lines = (texts: readonly string[]) => texts.map((text) => <View key={text}>{text}</View>)
  return (
    <Facts items={[
      { label: t.plan, value: planNameZh }, { label: t.sponsor, value: sponsorZh }, { label: t.term, value: termZh },
      { label: t.covers, value: lines(coverZh) }, { label: t.notPaid, value: lines(notPaidZh) }, { label: t.consent, value: lines([`《${consentTitleZh}》`, ...consentZh]) },
    ]} />
  )
}
