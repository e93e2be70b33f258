import { useState } from 'react'
import { View } from '@tarojs/components'
import { useNotices } from '@/api/notices'
import { back, go, useRouteParam, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useSignedIn } from '@/state/guard'
import { useRep } from '@/state/rep-store'
import { aria, Button, Card, Cell, CellGroup, Field, Notice, Page, SwitchRow } from '@/ui'
import { CAMERA, useLive } from '../../model/live'
import { leaseLeft, useQueue } from '../../model/queue'
import { useScanning } from '../../model/scan'
import { SignPad } from '../../parts/sign-pad'
import { Verdict } from '../../parts/verdict'
import { entryTexts, scanTexts as t, signTexts } from '../../texts'
import '../../event.scss'

export default function EventScanPage() {
  const notices = useNotices()
  useSignedIn()
  const eventId = useRouteParam('eventId')
  const [sign, setSign] = useState(false)
  const scanning = useScanning(eventId, sign)
  const { shown, kit, offline, looping } = scanning
  const live = useLive(scanning.read, scanning.fail)
  const setOffline = useRep((rep) => rep.setOffline)
  const { open, conflicts } = useQueue(eventId)
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState(false)
  const check = (): void => {
    setMissing(typed.trim() === '')
    if (!typed.trim()) return
    scanning.read(typed)
    setTyped('')
  }
  const running = looping || live.open
  const stop = (): void => {
    scanning.stop()
    live.close()
  }
  const label = shown.kind === 'idle' ? t.scan : t.next
  const footer = running ? <Button kind="secondary" onPress={stop}>{t.stop}</Button> : <Button icon="scan" onPress={live.can ? live.start : scanning.scan}>{label}</Button>
  return (
    <Page title={t.title} notices={notices} subtitle={kit?.event.nameZh} onBack={() => void back(withParams(routes.repDesk, { eventId }))} footer={shown.kind === 'signing' || (shown.kind === 'lost' && !running) ? undefined : footer}>
      {offline ? <Notice tone="warn" title={t.offlineOn} announce="polite">{t.offlineOnDetail(leaseLeft(kit, open), open.length)}</Notice> : null}
      {kit ? null : <Notice tone="warn">{t.noKit}</Notice>}
      {live.open ? <View id={CAMERA} className="event-camera" {...aria({ role: 'img', label: t.camera })} /> : null}
      {live.open && live.several ? <Notice tone="warn" announce="polite">{t.several}</Notice> : null}
      <Verdict shown={shown} onRetry={scanning.retry} onDrop={scanning.drop} />
      {shown.kind === 'signing' ? <SignPad onDone={scanning.signed} onCancel={scanning.unsigned} /> : null}
      <Card title={t.paste}>
        <Field id="code" label={t.code} hint={t.codeHint} maxLength={5000} value={typed} onChange={setTyped} onConfirm={check} error={missing ? t.codeMissing : undefined} />
        <Button kind="secondary" onPress={check}>{t.check}</Button>
        {live.can ? <Button kind="text" onPress={scanning.scan}>{t.photo}</Button> : null}
      </Card>
      <CellGroup>
        <SwitchRow label={t.offline} detail={t.offlineDetail} checked={offline} onChange={(on) => setOffline(eventId, on)} />
        <SwitchRow label={signTexts.toggle} detail={signTexts.toggleDetail} checked={sign} onChange={setSign} />
        <Cell icon="edit" title={entryTexts.open} detail={entryTexts.openDetail} onPress={() => void go(withParams(routes.repEntry, { eventId }))} />
        <Cell icon="progress" title={t.queue(open.length + conflicts.length)} onPress={() => void go(withParams(routes.repQueue, { eventId }))} />
      </CellGroup>
    </Page>
  )
}
