import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Signature } from '@/contract/schemas/drawn'
import type { EventKit } from '@/contract/schemas/event'
import { cleanName, sameName } from '@/domain/names'
import { isSignature, type Strokes } from '@/domain/strokes'
import { Button, Card, Check, Facts, Field, kinds, Notice, SignaturePad } from '@/ui'
import { signTexts as t } from '../texts'

export interface SignPadProps {
  /** Whose signature it is, where the phone knows it: what is typed must be the same. */
  name?: string
  /** Plan, cover and consent in the server's words; none on a phone whose kit is from before they came with it. */
  signing: EventKit['signing'] | undefined
  /** Hands its promise back: see `Act`. */
  onDone: (signature: Signature) => unknown
  onCancel: () => void
}

/** Confirmation of a member without a phone: what is agreed to, and the name drawn with a finger, or typed by whoever cannot draw. */
export function SignPad({ name, signing, onDone, onCancel }: SignPadProps) {
  const [strokes, setStrokes] = useState<Strokes>([])
  const [typing, setTyping] = useState(false)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string>()
  const typedName = cleanName(typed)
  const wrongWith = (): string | undefined => {
    if (!typing) return isSignature(strokes) ? undefined : t.missing
    if (!typedName) return t.nameMissing
    return name === undefined || sameName(typedName, name) ? undefined : t.nameOther
  }
  const done = (): unknown => {
    const found = wrongWith()
    setWrong(found)
    return found === undefined ? onDone(typing ? { typedName } : { strokes }) : undefined
  }
  const choose = (on: boolean): void => {
    setTyping(on)
    setWrong(undefined)
  }
  return (
    <Card title={t.title} icon="edit" kind="accent">
      {signing ? <Signed words={signing} /> : null}
      {t.declaration.map((paragraph) => <View key={paragraph} className="z-stack">{paragraph}</View>)}
      {typing
        ? <Field id="typed-name" label={t.name} hint={t.nameHint} kind={kinds.name} autoComplete="off" value={typed} onChange={setTyped} error={wrong} />
        : <SignaturePad id="sign-pad" label={t.pad} hint={t.padEmpty} clear={t.clear} strokes={strokes} onDraw={setStrokes} />}
      <Check id="sign-by-name" label={t.byName} checked={typing} onChange={choose} />
      <View className="z-small z-stack">{t.padHint}</View>
      {wrong ? <Notice tone="warn" title={wrong} announce="assertive" /> : null}
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
