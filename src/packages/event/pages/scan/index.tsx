import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useNotices } from '@/api/notices'
import { wakeBeep } from '@/platform/beep'
import { back, useRouteParam, withParams } from '@/platform/navigation'
import { scrollToId } from '@/platform/scroll'
import { routes } from '@/routes'
import { useSignedIn } from '@/state/guard'
import { aria, Button, Notice, Page, useOwnId } from '@/ui'
import { useLive } from '../../model/live'
import { leaseLeft, peopleIn, useQueue } from '../../model/queue'
import { useScanning } from '../../model/scan'
import { ScanOptions } from '../../parts/scan-options'
import { SignPad } from '../../parts/sign-pad'
import { Tally } from '../../parts/tally'
import { Verdict } from '../../parts/verdict'
import { scanTexts as t } from '../../texts'
import '../../event.scss'

export default function EventScanPage() {
  const notices = useNotices()
  useSignedIn()
  const eventId = useRouteParam('eventId')
  const [sign, setSign] = useState(false)
  const scanning = useScanning(eventId, sign)
  const { shown, kit, offline } = scanning
  const verdictId = useOwnId('verdict')
  const cameraId = useOwnId('event-camera')
  // A red or amber verdict is read first: what is in view meanwhile is read afterwards.
  const live = useLive(cameraId, (text) => !scanning.unread() && scanning.read(text), scanning.fail)
  const { open, conflicts } = useQueue(eventId)
  const running = scanning.looping || live.open
  const stop = (): void => {
    scanning.stop()
    live.close()
  }
  const typed = (code: string): boolean => {
    scrollToId(verdictId)
    return scanning.read(code)
  }
  const begin = (): void => {
    wakeBeep()
    scrollToId(verdictId)
    if (live.can) live.start()
    else scanning.scan()
  }
  const signing = shown.kind === 'signing'
  // Whoever signs has the phone in hand: nobody is filmed meanwhile.
  const { close } = live
  useEffect(() => {
    if (signing) close()
  }, [signing, close])
  const footer = shown.kind === 'lost' ? <Button icon="retry" onPress={scanning.retry}>{t.retry}</Button> : running ? <>{shown.kind === 'verdict' && shown.light !== 'green' ? <Button onPress={scanning.seen}>{t.seen}</Button> : null}<Button kind="secondary" onPress={stop}>{t.stop}</Button></> : <Button icon="scan" onPress={begin}>{shown.kind === 'idle' ? t.scan : t.next}</Button>
  const options = <ScanOptions eventId={eventId} offline={offline} sign={sign} onSign={setSign} waiting={peopleIn(open)} refused={peopleIn(conflicts)} onCode={typed} onPhoto={live.can ? scanning.scan : undefined} />
  return (
    <Page title={t.title} notices={notices} subtitle={running || signing ? undefined : kit?.event.nameZh} onBack={() => back(withParams(routes.repDesk, { eventId }))} footer={signing ? undefined : footer}>
      {offline && !signing ? <Notice tone="warn" title={t.offlineOn} announce="polite">{t.offlineOnDetail(leaseLeft(kit, open), open.length)}</Notice> : null}
      {kit ? null : <Notice tone="warn">{t.noKit}</Notice>}
      {live.open ? <View id={cameraId} className="event-camera" {...aria({ role: 'img', label: t.camera })} /> : null}
      {live.open && live.several ? <Notice tone="warn" announce="polite">{t.several}</Notice> : null}
      <Verdict id={verdictId} shown={shown} onDrop={scanning.drop} onSeen={running ? scanning.seen : undefined} />
      {signing ? null : <Tally counts={scanning.tally} />}
      {signing ? <SignPad signing={kit?.signing} onDone={scanning.signed} onCancel={scanning.unsigned} /> : options}
    </Page>
  )
}
