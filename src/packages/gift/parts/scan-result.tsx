import { Notice } from '@/ui'
import type { ScanState } from '../model/scan'
import { scanTexts as t } from '../texts'

/** What the last code was, in words. */
export function ScanResult({ state, onRetry }: { state: ScanState; onRetry: (code: string) => void }) {
  switch (state.kind) {
    case 'idle':
      return null
    case 'looking':
      return <Notice announce="polite">{t.looking}</Notice>
    case 'said':
      return <Notice tone="warn" title={state.title} announce="assertive">{state.detail}</Notice>
    case 'failed':
      return <Notice tone="warn" title={t.failed} announce="assertive" action={{ label: t.retry, onPress: () => onRetry(state.code) }}>{state.detail}</Notice>
    default:
      return state satisfies never
  }
}
