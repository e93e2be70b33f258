import { View } from '@tarojs/components'
import { useNotices } from '@/api/notices'
import { back, useRouteParam, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useSignedIn } from '@/state/guard'
import { Button, Card, Field, kinds, Notice, Page } from '@/ui'
import { useEntry } from '../../model/entry'
import { leaseLeft, useQueue } from '../../model/queue'
import { SignPad } from '../../parts/sign-pad'
import { Verdict } from '../../parts/verdict'
import { entryTexts as t, scanTexts } from '../../texts'
import '../../event.scss'

export default function EventEntryPage() {
  const notices = useNotices()
  useSignedIn()
  const eventId = useRouteParam('eventId')
  const entry = useEntry(eventId)
  const { shown, kit, offline, problems } = entry
  const { open } = useQueue(eventId)
  const typing = shown.kind === 'idle' || shown.kind === 'verdict'
  const done = shown.kind === 'verdict' && shown.light !== 'red'
  const footer = shown.kind === 'lost' ? <Button icon="retry" onPress={entry.retry}>{scanTexts.retry}</Button> : done ? <Button icon="edit" onPress={entry.next}>{t.next}</Button> : typing ? <Button icon="check" onPress={entry.check}>{offline ? t.toSign : t.check}</Button> : undefined
  return (
    <Page title={t.title} notices={notices} subtitle={kit?.event.nameZh} onBack={() => back(withParams(routes.repScan, { eventId }))} footer={footer}>
      {offline && shown.kind !== 'signing' ? <Notice tone="warn" title={scanTexts.offlineOn} announce="polite">{scanTexts.offlineOnDetail(leaseLeft(kit, open), open.length)}</Notice> : null}
      {kit ? null : <Notice tone="warn">{scanTexts.noKit}</Notice>}
      {shown.kind === 'idle' ? null : <Verdict shown={shown} onDrop={entry.drop} />}
      {shown.kind === 'signing' ? (
        <>
          <View className="event-light event-light--name">
            <View className="event-light-word">{shown.name ?? entry.name}</View>
            <View className="event-light-text">{shown.name ? t.found : t.foundOffline}</View>
          </View>
          <SignPad name={entry.name} signing={kit?.signing} onDone={entry.signed} onCancel={entry.unsigned} />
        </>
      ) : null}
      {typing && !done ? (
        <Card title={t.who}>
          <Field id="memberNo" label={t.memberNo} hint={t.memberNoHint} kind={kinds.memberNo} value={entry.memberNo} onChange={entry.setMemberNo} error={problems.memberNo} />
          <Field id="name" label={t.name} kind={kinds.name} autoComplete="off" value={entry.name} onChange={entry.setName} onConfirm={entry.check} error={problems.name} />
          <View className="z-small">{t.privacy}</View>
        </Card>
      ) : null}
    </Page>
  )
}
