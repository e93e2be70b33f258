import { repEventsQuery } from '@/api/events'
import { usePageQuery } from '@/api/page-query'
import { useNotices } from '@/api/notices'
import { back, go, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useIsRep } from '@/state/guard'
import { Badge, Card, Facts, Notice, Page } from '@/ui'
import { eventsTexts as t } from '../../texts'

export default function RepEventsPage() {
  const notices = useNotices()
  const rep = useIsRep()
  const events = usePageQuery({ ...repEventsQuery(), enabled: rep })
  const onBack = () => back(routes.mine)
  if (!rep) return <Page title={t.title} notices={notices} onBack={onBack}><Notice tone="warn" title={t.notRep}>{t.notRepDetail}</Notice></Page>
  return (
    <Page title={t.title} notices={notices} subtitle={t.subtitle} query={events} onBack={onBack} isEmpty={({ items }) => items.length === 0} empty={{ icon: 'gift', title: t.empty, detail: t.emptyDetail }}>
      {({ items }) => (
        <>
          {items.map(({ eventId, nameZh, placeZh, opensAt, closesAt, planNameZh, state, stateZh, doneToday }) => (
            <Card key={eventId} title={nameZh} icon="gift" extra={<Badge tone={state === 'OPEN' ? 'success' : 'neutral'}>{stateZh}</Badge>} onPress={() => go(withParams(routes.repDesk, { eventId }))}>
              <Facts items={[{ label: t.place, value: placeZh }, { label: t.opens, value: t.span(opensAt, closesAt) }, { label: t.plan, value: planNameZh }, { label: t.done, value: t.people(doneToday) }]} />
            </Card>
          ))}
        </>
      )}
    </Page>
  )
}
