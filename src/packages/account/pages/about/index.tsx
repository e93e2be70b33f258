import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { configQuery, useHotline } from '@/api/config'
import { APP_VERSION } from '@/api/version'
import { back, go } from '@/platform/navigation'
import { dial } from '@/platform/phone'
import { routes } from '@/routes'
import { Card, Cell, CellGroup, Page, SampleBadge } from '@/ui'
import { aboutTexts as t } from '../../texts'

const paragraphs = (lines: readonly string[]) => lines.map((line) => <View key={line} className="z-stack">{line}</View>)

/** Opens without a network and without an account; only the privacy summary comes from the server. */
export default function AccountAboutPage() {
  const privacy = useQuery(configQuery()).data?.privacy
  const hotline = useHotline()
  return (
    <Page title={t.title} onBack={() => back(routes.mine)}>
      <Card title={t.what} icon="info">{paragraphs(t.whatText)}</Card>
      <Card title={t.sample} extra={<SampleBadge />}>{paragraphs(t.sampleText)}</Card>
      {privacy ? <Card title={t.privacy} icon="lock">{paragraphs(privacy.summaryZh)}</Card> : null}
      <CellGroup title={t.contact}>
        <Cell icon="phone" title={t.hotline} value={hotline} onPress={() => dial(hotline)} />
        <Cell icon="lock" title={t.consents} onPress={() => go(routes.consents)} />
        <Cell icon="info" title={t.version} value={APP_VERSION} />
      </CellGroup>
    </Page>
  )
}
