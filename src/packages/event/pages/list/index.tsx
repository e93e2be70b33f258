import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { View } from '@tarojs/components'
import { messageOf } from '@/api/api-error'
import { scansQuery, type ScanFilter } from '@/api/events'
import type { Light } from '@/contract/schemas/event'
import { cleanWords } from '@/domain/cleaners'
import { isDeviceError } from '@/platform/device-error'
import { useNotices } from '@/api/notices'
import { back, useRouteParam, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useSignedIn } from '@/state/guard'
import { aria, Button, Card, Field, kinds, Notice, Page, pressRadio, useAskAgain, useElderMode } from '@/ui'
import { exportList } from '../../model/files'
import { ScanRow } from '../../parts/scan-row'
import { VirtualList } from '../../parts/virtual-list'
import { lightZh, listTexts as t } from '../../texts'
import '../../event.scss'

const FILTERS: readonly (Light | null)[] = [null, 'green', 'amber', 'red']
/** px: name, verdict and two lines of words. */
const ROW = 96
const ELDER_ROW = 124

export default function EventListPage() {
  const notices = useNotices()
  const signedIn = useSignedIn()
  const eventId = useRouteParam('eventId')
  const elder = useElderMode()
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<ScanFilter>({ light: null, q: '' })
  const [said, setSaid] = useState<string | null>(null)
  const query = useInfiniteQuery({ ...scansQuery(eventId, filter), enabled: signedIn })
  const items = query.data?.pages.flatMap((page) => page.items)
  const rows = { data: items, error: query.error, isPending: query.isPending, isFetching: query.isFetching, fetchStatus: query.fetchStatus, refetch: query.refetch, dataUpdatedAt: query.dataUpdatedAt }
  const save = async (): Promise<void> => {
    try {
      await exportList(eventId, filter)
      setSaid(t.exported)
    } catch (error) {
      if (!isDeviceError(error, 'CANCELLED')) setSaid(`${t.failed}:${messageOf(error) ?? ''}`)
    }
  }
  const more = (): void => {
    if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
  }
  const again = useAskAgain(query)
  const find = (): unknown => {
    const q = cleanWords(typed)
    if (q === filter.q) return again()
    setFilter({ ...filter, q })
    return undefined
  }
  const search = (
    <Card>
      <Field id="q" label={t.search} hint={t.searchHint} required={false} kind={kinds.words} value={typed} onChange={setTyped} onConfirm={find} extra={<Button kind="text" inline onPress={find}>{t.find}</Button>} />
      <View className="event-chips" {...aria({ role: 'radiogroup', label: t.filter })}>
        {FILTERS.map((light) => (
          <View key={light ?? 'all'} className={`event-chip${light === filter.light ? ' event-chip--on' : ''}`} {...aria({ role: 'radio', checked: light === filter.light })} {...pressRadio(() => setFilter({ ...filter, light }), light === filter.light)}>{light ? lightZh[light] : t.all}</View>
        ))}
      </View>
    </Card>
  )
  return (
    <Page title={t.title} notices={notices} query={rows} banner={search} onBack={() => back(withParams(routes.repDesk, { eventId }))}>
      {(scans) => (
        <>
          {said ? <Notice announce="polite">{said}</Notice> : null}
          <View className="z-between z-stack" {...aria({ role: 'status' })}>{scans.length === 0 ? t.none : t.total(query.data?.pages[0]?.total ?? scans.length)}</View>
          {scans.length > 0 ? <VirtualList key={`${filter.light}${filter.q}`} items={scans} keyOf={({ scanId }) => scanId} rowHeight={elder ? ELDER_ROW : ROW} label={t.rows} onNearEnd={more}>{(scan) => <ScanRow scan={scan} />}</VirtualList> : null}
          {scans.length > 0 ? <Button kind="secondary" icon="file" onPress={() => save()}>{t.export}</Button> : null}
        </>
      )}
    </Page>
  )
}
