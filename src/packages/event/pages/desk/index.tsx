import { failureOf } from '@/api/api-error'
import { repEventQuery, repKitQuery, useBindDevice } from '@/api/events'
import { usePageQuery } from '@/api/page-query'
import { useNotices } from '@/api/notices'
import { back, go, useRouteParam, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { Button, Cell, CellGroup, Notice, Page } from '@/ui'
import { useLease } from '../../model/lease'
import { useOfflineReady } from '../../model/offline-ready'
import { peopleIn, useQueue } from '../../model/queue'
import { DeskFigures } from '../../parts/desk-figures'
import { Figures } from '../../parts/figures'
import { LeaseCard } from '../../parts/lease-card'
import { ReadyNotice } from '../../parts/ready-notice'
import { deskTexts as t } from '../../texts'
import '../../event.scss'

export default function EventDeskPage() {
  const notices = useNotices()
  const eventId = useRouteParam('eventId')
  const query = usePageQuery(repEventQuery(eventId))
  const bound = query.data?.deviceBound ?? false
  const kit = usePageQuery({ ...repKitQuery(eventId), enabled: bound })
  const bind = useBindDevice()
  const lease = useLease(eventId, query.data, kit.data)
  const { open, conflicts } = useQueue(eventId)
  const ready = useOfflineReady(eventId, bound, kit.data)
  const to = (path: string) => () => go(withParams(path, { eventId }))
  // Its words come from the mutation.
  const said = (): void => undefined
  const refused = failureOf(bind.error, t.deviceWrong) ?? (kit.data ? null : failureOf(kit.error, t.deviceWrong))
  return (
    <Page title={t.title} notices={notices} query={query} onBack={() => back(routes.repEvents)} footer={<Button icon="scan" onPress={to(routes.repScan)}>{t.scan}</Button>}>
      {(detail) => (
        <>
          {refused ? <Notice tone="warn" title={refused.title} announce="assertive">{refused.textZh}</Notice> : null}
          {bound ? null : <Notice tone="warn" title={t.bindTitle} action={{ label: t.bind, onPress: () => bind.mutateAsync().catch(said) }}>{t.bindDetail}</Notice>}
          <DeskFigures detail={detail} queued={peopleIn(open)} />
          {bound ? <LeaseCard detail={detail} lease={lease} /> : null}
          {bound ? <ReadyNotice ready={ready} /> : null}
          <CellGroup>
            <Cell icon="progress" title={t.queuePage} value={t.people(peopleIn(open) + peopleIn(conflicts))} onPress={to(routes.repQueue)} />
            <Cell icon="card" title={t.poster} onPress={to(routes.repPoster)} />
            <Cell icon="file" title={t.list} onPress={to(routes.repList)} />
          </CellGroup>
          <Figures detail={detail} />
        </>
      )}
    </Page>
  )
}
