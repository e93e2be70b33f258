import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { messageOf } from '@/api/api-error'
import { posterCodesQuery } from '@/api/events'
import { usePageQuery } from '@/api/page-query'
import type { PosterCodes } from '@/contract/schemas/event'
import { copyText } from '@/platform/clipboard'
import { isDeviceError } from '@/platform/device-error'
import { useNotices } from '@/api/notices'
import { useDidHide, useDidShow } from '@/platform/lifecycle'
import { back, useRouteParam, withParams } from '@/platform/navigation'
import { brighten } from '@/platform/screen'
import { routes } from '@/routes'
import { Button, Card, Notice, Page } from '@/ui'
import { downloadPoster } from '../../model/files'
import { useLiveCode } from '../../model/poster'
import { FullPoster, PosterCode } from '../../parts/poster-code'
import { posterTexts as t } from '../../texts'
import '../../event.scss'

function Live({ codes, refetch }: { codes: PosterCodes & { fetchedAt: number }; refetch: () => void }) {
  const code = useLiveCode(codes, refetch)
  const [full, setFull] = useState(false)
  const [shown, setShown] = useState(true)
  useDidHide(() => setShown(false))
  useDidShow(() => setShown(true))
  useEffect(() => (shown ? brighten() : undefined), [shown])
  if (full) return <FullPoster title={t.live} code={code} onClose={() => setFull(false)} />
  return (
    <Card title={t.live} icon="scan" kind="accent">
      <PosterCode code={code} />
      <View className="z-small z-stack">{t.liveDetail}</View>
      <Button id="full" onPress={() => setFull(true)}>{t.full}</Button>
    </Card>
  )
}

export default function EventPosterPage() {
  const notices = useNotices()
  const eventId = useRouteParam('eventId')
  const query = usePageQuery(posterCodesQuery(eventId))
  const [failedZh, setFailedZh] = useState<string | null>(null)
  const run = (work: () => Promise<void>) => () => {
    setFailedZh(null)
    return work().catch((error: unknown) => {
      if (!isDeviceError(error, 'CANCELLED')) setFailedZh(messageOf(error))
    })
  }
  return (
    <Page title={t.title} notices={notices} query={query} onBack={() => back(withParams(routes.repDesk, { eventId }))}>
      {(codes) => (
        <>
          <Live codes={codes} refetch={() => void query.refetch()} />
          <Card title={t.static} icon="file">
            <View className="z-stack">{t.staticDetail(codes.staticValidUntil)}</View>
            {failedZh ? <Notice tone="warn" title={t.failed} announce="assertive">{failedZh}</Notice> : null}
            <Button kind="secondary" onPress={run(() => downloadPoster(eventId, 'pdf'))}>{t.pdf}</Button>
            <Button kind="secondary" onPress={run(() => downloadPoster(eventId, 'png'))}>{t.png}</Button>
            <Button kind="text" onPress={run(() => copyText(codes.linkPrefix + codes.staticCode))}>{t.copy}</Button>
          </Card>
        </>
      )}
    </Page>
  )
}
