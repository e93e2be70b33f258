import { Image, View } from '@tarojs/components'
import { useQr } from '@/platform/qr-picture'
import { aria, Button, Countdown, imageProps, Notice, useOverlay, usePageId } from '@/ui'
import type { LiveCode } from '../model/poster'
import { posterTexts as t } from '../texts'

const LOOK = { cell: 8, level: 'M' } as const

/** The code that holds now, and when it changes. */
export function PosterCode({ code }: { code: LiveCode }) {
  const { url, failedZh, retry } = useQr(code.kind === 'code' ? code.link : '', LOOK)
  if (code.kind === 'none') return <Notice tone="warn" title={t.none} announce="polite" action={{ label: t.retry, onPress: code.retry }}>{t.noneDetail}</Notice>
  if (failedZh !== null) return <Notice tone="warn" title={t.notDrawn} announce="polite" action={{ label: t.retry, onPress: retry }}>{failedZh}</Notice>
  return (
    <>
      <View className="event-code">{url ? <Image className="event-qr" src={url} {...imageProps(t.label)} /> : null}</View>
      <View className="z-center z-stack"><Countdown until={code.until} now={code.now} onEnd={code.onEnd} words={t.countdown} /></View>
    </>
  )
}

/** Over everything, for people who queue some steps away. */
export function FullPoster({ title, code, onClose }: { title: string; code: LiveCode; onClose: () => void }) {
  const id = usePageId('poster-full')
  useOverlay(true, id, onClose)
  return (
    <View id={id} className="event-full" {...aria({ role: 'dialog', modal: true, label: title })}>
      <View className="event-full-title" {...aria({ role: 'heading', level: 2 })}>{title}</View>
      <PosterCode code={code} />
      <View className="event-full-words">{t.liveDetail}</View>
      <Button kind="secondary" onPress={onClose}>{t.close}</Button>
    </View>
  )
}
