import { View } from '@tarojs/components'
import { Button, Card, Notice } from '@/ui'
import type { ScanState } from '../model/scan'
import { scanTexts as t } from '../texts'

export interface ScanResultProps {
  state: ScanState
  onRetry: (code: string) => void
  onChoose: (text: string) => void
}

/** What the last code was, in words. */
export function ScanResult({ state, onRetry, onChoose }: ScanResultProps) {
  const retryOf = (code: string | null) => (code === null ? undefined : { label: t.retry, onPress: () => onRetry(code) })
  switch (state.kind) {
    case 'idle':
      return null
    case 'reading':
      return <Notice announce="polite">{t.reading}</Notice>
    case 'looking':
      return <Notice announce="polite">{t.looking}</Notice>
    case 'several':
      return (
        <Card title={t.several(state.choices.length)}>
          {state.choices.map(({ label, text }) => (
            <View key={text} className="z-stack"><Button kind="secondary" onPress={() => onChoose(text)}>{label}</Button></View>
          ))}
        </Card>
      )
    case 'said':
      return <Notice tone="warn" title={state.title} announce="assertive">{state.detail}</Notice>
    case 'outsider':
      return <Notice tone="warn" title={t.outsider} announce="assertive">{state.detail}</Notice>
    case 'failed':
      return <Notice tone="warn" title={state.title} announce="assertive" action={retryOf(state.code)}>{state.detail}</Notice>
    default:
      return state satisfies never
  }
}
