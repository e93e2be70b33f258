import { useState } from 'react'
import { View } from '@tarojs/components'
import { useNotices } from '@/api/notices'
import { back, useRouteParam } from '@/platform/navigation'
import { routes } from '@/routes'
import { useDrafts } from '@/state/draft-store'
import { useSignedIn } from '@/state/guard'
import { Button, Card, Field, Page } from '@/ui'
import { TYPED, useScan } from '../../model/scan'
import { ScanResult } from '../../parts/scan-result'
import { scanTexts as t } from '../../texts'

export default function GiftScanPage() {
  const signedIn = useSignedIn()
  const scan = useScan(useRouteParam('code'), signedIn)
  const typed = useDrafts((drafts) => drafts.forms[TYPED]?.code ?? '')
  const setDraft = useDrafts((drafts) => drafts.set)
  const [missing, setMissing] = useState(false)
  const read = (): void => {
    setMissing(typed.trim() === '')
    if (typed.trim()) scan.read(typed)
  }
  return (
    <Page title={t.title} notices={useNotices('gift')} onBack={() => void back(routes.home)} footer={<Button icon="scan" onPress={scan.scan}>{t.scan}</Button>}>
      <ScanResult state={scan.state} onRetry={scan.resolve} />
      <Card icon="scan" title={t.intro}><View className="z-small">{t.photo}</View></Card>
      <Card title={t.byHand}>
        <Field id="code" label={t.code} hint={t.codeHint} maxLength={300} value={typed} onChange={(code) => setDraft(TYPED, { code })} onConfirm={read} error={missing ? t.codeMissing : undefined} />
        <Button kind="secondary" onPress={read}>{t.read}</Button>
      </Card>
    </Page>
  )
}
