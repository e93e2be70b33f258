import { View } from '@tarojs/components'
import { Notice } from '@/ui'
import type { OfflineReady } from '../model/offline-ready'
import { deskTexts as t } from '../texts'

/** Before the rep goes where there is no network: 已可离线使用, or what is missing. */
export function ReadyNotice({ ready: { lacks, check } }: { ready: OfflineReady }) {
  if (lacks === null) return <Notice tone="neutral" title={t.checking} />
  if (lacks.length === 0) return <Notice tone="success" title={t.ready} announce="polite">{t.readyDetail}</Notice>
  return (
    <Notice tone="warn" title={t.notReady} announce="polite" action={{ label: t.checkAgain, onPress: check }}>
      {lacks.map((words) => <View key={words}>{words}</View>)}
    </Notice>
  )
}
