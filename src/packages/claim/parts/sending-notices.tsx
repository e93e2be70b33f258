import { sizeZh } from '@/domain/size'
import { Notice } from '@/ui'
import type { Papers } from '../model/papers'
import { texts } from '../texts'

const t = texts.papers

/** Tells about the files that are still on this phone, before anybody has to ask. */
export function SendingNotices({ papers }: { papers: Papers }) {
  const { online, open, slowLeft, stuck, durable, elsewhere } = papers.sending
  return (
    <>
      {!online ? <Notice tone="warn" announce="polite">{durable ? t.offline(open) : t.offlineHeld(open)}</Notice> : null}
      {online && slowLeft > 0 ? <Notice tone="info" announce="polite">{t.slow(open, sizeZh(slowLeft))}</Notice> : null}
      {online && stuck > 0 ? <Notice tone="warn" announce="polite" action={{ label: t.tryNow, onPress: papers.tryNow }}>{t.stuck(stuck)}</Notice> : null}
      {!durable ? <Notice tone="warn">{t.notDurable}</Notice> : null}
      {elsewhere.map((name) => <Notice key={name} tone="info">{t.elsewhere(name)}</Notice>)}
      {papers.removeFailedZh ? <Notice tone="warn" announce="assertive">{papers.removeFailedZh}</Notice> : null}
    </>
  )
}
