import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { View } from '@tarojs/components'
import { auditQuery, repStopsQuery, testLeasesQuery } from '@/api/tester-events'
import type { TestLease } from '@/contract/schemas/event'
import { Button, Card, Cell, CellGroup } from '@/ui'
import type { Console } from '../model/console'
import { FILL_COUNT, useEventControl } from '../model/event-control'
import { eventTexts as t } from '../event-texts'

const FEW = 10
const MANY = 50

/** Events from above: who was stopped, which phones hold places, and every scan with who, when, where and how far the clock was off. */
export function EventDesk({ control }: { control: Console }) {
  const stops = useQuery(repStopsQuery()).data?.items
  const leases = useQuery(testLeasesQuery()).data?.items
  const act = useEventControl(control)
  const button = (label: string, what: string, onPress: () => void) => <Button kind="secondary" label={t.labelFor(label, what)} disabled={control.busy} onPress={onPress}>{label}</Button>
  return (
    <>
      <Card title={t.stops} icon="warn">
        {stops?.length === 0 ? <View className="z-small">{t.noStops}</View> : null}
        {stops?.map((stop) => (
          <View key={stop.repId}>
            <Cell title={stop.repZh} detail={t.stop(stop.members, stop.limit)} />
            {button(t.lift, stop.repZh, () => act.liftStop(stop))}
          </View>
        ))}
      </Card>
      <Card title={t.leases} icon="phone">
        {leases?.length === 0 ? <View className="z-small">{t.noLeases}</View> : null}
        {leases?.map((item) => (
          <View key={item.lease.leaseId}>
            <Cell title={`${item.repZh} ${item.lease.leaseId}`} detail={`${t.lease(item.lease.left, item.lease.size, item.lease.state)} · ${t.device(item.deviceNo)}`} />
            {item.lease.state === 'LIVE' ? button(t.revoke, item.lease.leaseId, () => act.revokeLease(item)) : null}
          </View>
        ))}
        {firstOfEach(leases ?? [], ({ repId }) => repId).map((item) => <View key={item.repId}>{button(t.unbind, item.repZh, () => act.unbind(item))}</View>)}
        {firstOfEach(leases ?? [], ({ lease }) => lease.eventId).map(({ lease: { eventId } }) => (
          <Button key={eventId} kind="secondary" disabled={control.busy} onPress={() => act.fill(eventId)}>{t.fill(eventId, FILL_COUNT)}</Button>
        ))}
      </Card>
      <Audit />
    </>
  )
}

function Audit() {
  const [limit, setLimit] = useState(FEW)
  const audit = useQuery(auditQuery(limit)).data
  return (
    <>
      <CellGroup title={t.audit}>
        {audit?.items.length === 0 ? <Cell title={t.noScans} /> : null}
        {audit?.items.map((scan) => <Cell key={scan.scanId} title={t.scan(scan)} detail={`${t.scanDetail(scan)} · ${t.skew(scan.clockSkewMs)}`} />)}
      </CellGroup>
      {audit?.nextCursor && limit === FEW ? <Button kind="text" onPress={() => setLimit(MANY)}>{t.more}</Button> : null}
    </>
  )
}

/** One lease of each rep, or of each event. */
const firstOfEach = (items: readonly TestLease[], of: (item: TestLease) => string): TestLease[] => items.filter((item, at) => items.findIndex((other) => of(other) === of(item)) === at)
