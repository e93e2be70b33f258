import { useState } from 'react'
import { View } from '@tarojs/components'
import { isSignature, type Strokes } from '@/domain/strokes'
import { Button, Card, Notice, SignaturePad } from '@/ui'
import { signTexts as t } from '../texts'

export interface SignPadProps {
  /** Hands its promise back: see `Act`. */
  onDone: (strokes: Strokes) => unknown
  onCancel: () => void
}

/** Confirmation of a member without a phone: what is agreed to, and the name drawn with a finger. */
export function SignPad({ onDone, onCancel }: SignPadProps) {
  const [strokes, setStrokes] = useState<Strokes>([])
  const [missing, setMissing] = useState(false)
  const done = (): unknown => {
    setMissing(!isSignature(strokes))
    return isSignature(strokes) ? onDone(strokes) : undefined
  }
  return (
    <Card title={t.title} icon="edit" kind="accent">
      {t.declaration.map((paragraph) => <View key={paragraph} className="z-stack">{paragraph}</View>)}
      <SignaturePad id="sign-pad" label={t.pad} hint={t.padEmpty} clear={t.clear} strokes={strokes} onDraw={setStrokes} />
      <View className="z-small z-stack">{t.padHint}</View>
      {missing ? <Notice tone="warn" title={t.missing} announce="assertive" /> : null}
      <Button onPress={done}>{t.done}</Button>
      <Button kind="text" onPress={onCancel}>{t.cancel}</Button>
    </Card>
  )
}
