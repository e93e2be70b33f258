import { View } from '@tarojs/components'
import { useNotices } from '@/api/notices'
import { back, replace, useRouteParam } from '@/platform/navigation'
import { Button, Card, Facts, Page, TextArea } from '@/ui'
import { detailAddress } from '../../model/addresses'
import { MAX_REASON, useAppeal } from '../../model/appeal'
import { useClaimPage } from '../../model/claim-page'
import { DoneCard } from '../../parts/done-card'
import { Evidence } from '../../parts/evidence'
import { FormProblems } from '../../parts/form-problems'
import { NotNow } from '../../parts/not-now'
import { texts } from '../../texts'

const t = texts.appeal
const REASON = 'appeal-reason'

export default function AppealPage() {
  const { claimId, fromDetail, query } = useClaimPage()
  const form = useAppeal(query.data, useRouteParam('doubt') ? texts.auto.doubtReason : '')
  const leave = () => (fromDetail ? back(detailAddress(claimId)) : replace(detailAddress(claimId)))
  const problems = form.error ? [{ fieldId: REASON, message: form.error }] : []
  return (
    <Page
      title={t.title}
      query={query}
      onBack={leave}
      notices={useNotices('claimDetail')}
      footer={({ actions }) => (actions.includes('appeal') && !form.done ? <Button loading={form.saving} onPress={form.submit}>{t.submit}</Button> : <Button onPress={leave}>{texts.detail.see}</Button>)}
    >
      {(claim) => {
        const { appeal, decision, status, actions } = claim
        if (form.done) return <><DoneCard title={t.done} claim={claim} />{actions.includes('addPapers') ? <Evidence claim={claim} /> : null}</>
        if (!actions.includes('appeal') || !appeal) return <NotNow title={t.over} claim={claim} />
        const because = [decision?.reasonZh, decision?.clauseZh].filter(Boolean).join('')
        return (
          <>
            <FormProblems problems={problems} refusedZh={form.refusedZh} />
            <Card title={t.decision} icon="info"><Facts items={[{ label: status.titleZh, value: because || status.nextZh }]} /></Card>
            <Card>
              <TextArea id={REASON} label={t.reasonLabel} hint={t.reasonHint} error={form.error} value={form.reason} maxLength={MAX_REASON} onChange={form.write} />
              <View className="z-small">{t.kept}</View>
            </Card>
            <Card title={t.nextTitle} icon="clock">{appeal.nextZh}<View className="z-small">{t.until(appeal.until)}</View></Card>
          </>
        )
      }}
    </Page>
  )
}
