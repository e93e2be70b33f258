import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import type { Strokes } from '@/contract/schemas/event'
import { drawing } from '@/platform/drawing'
import { aria, Button, Card, imageProps, Notice } from '@/ui'
import { isSignature, penDown, penMove, strokesUrl } from '../model/strokes'
import { signTexts as t } from '../texts'

export interface SignPadProps {
  onDone: (strokes: Strokes) => void
  onCancel: () => void
}

/** Confirmation of a member without a phone: what is agreed to, and the name drawn with a finger. */
export function SignPad({ onDone, onCancel }: SignPadProps) {
  const [strokes, setStrokes] = useState<Strokes>([])
  const [missing, setMissing] = useState(false)
  const done = (): void => {
    setMissing(!isSignature(strokes))
    if (isSignature(strokes)) onDone(strokes)
  }
  return (
    <Card title={t.title} icon="edit" kind="accent">
      {t.declaration.map((paragraph) => <View key={paragraph} className="z-stack">{paragraph}</View>)}
      <View className="event-pad" {...aria({ role: 'img', label: t.pad })} {...drawing({ down: (at) => setStrokes((now) => penDown(now, at)), move: (at) => setStrokes((now) => penMove(now, at)) })}>
        {strokes.length > 0 ? <Image className="event-pad-image" src={strokesUrl(strokes)} {...imageProps('')} /> : null}
      </View>
      <View className="z-small z-stack">{t.padHint}</View>
      {missing ? <Notice tone="warn" title={t.missing} announce="assertive" /> : null}
      <Button onPress={done}>{t.done}</Button>
      <Button kind="secondary" onPress={() => setStrokes([])}>{t.clear}</Button>
      <Button kind="text" onPress={onCancel}>{t.cancel}</Button>
    </Card>
  )
}
