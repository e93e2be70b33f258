import { View } from '@tarojs/components'
import { useNotices } from '@/api/notices'
import { back, replace } from '@/platform/navigation'
import { Anchor, Button, Facts, Card, Page, standingWords } from '@/ui'
import { detailAddress } from '../../model/addresses'
import { useClaimPage } from '../../model/claim-page'
import { SENDING, useSupplement } from '../../model/supplement'
import { ConsentFirst } from '../../parts/consent-first'
import { DoneCard } from '../../parts/done-card'
import { FormProblems } from '../../parts/form-problems'
import { NotNow } from '../../parts/not-now'
import { SendingNotices } from '../../parts/sending-notices'
import { SupplementItem } from '../../parts/supplement-item'
import { texts } from '../../texts'

const t = texts.supplement

export default function SupplementPage() {
  const { claimId, fromDetail, query } = useClaimPage()
  const form = useSupplement(query.data)
  const leave = () => (fromDetail ? back(detailAddress(claimId)) : replace(detailAddress(claimId)))
  return (
    <Page
      title={t.title}
      query={query}
      onBack={leave}
      notices={useNotices('claimSupplement')}
      footer={({ supplement }) => (supplement && !form.done ? <Button loading={form.saving} onPress={form.submit}>{t.submit}</Button> : <Button onPress={leave}>{texts.detail.see}</Button>)}
    >
      {(claim) => {
        if (form.done) return <DoneCard title={t.done} claim={claim} />
        if (!claim.supplement) return <NotNow title={t.over} claim={claim} />
        const { round, maxRounds, items } = claim.supplement
        return (
          <>
            <Anchor id={SENDING}><FormProblems problems={form.problems} refusedZh={form.refusedZh} /></Anchor>
            <Card title={claim.status.titleZh} kind="accent">
              <Facts items={[{ label: standingWords.next, value: claim.status.nextZh }, { label: standingWords.when, value: claim.status.whenZh }]} />
              <View className="z-small">{t.round(round, maxRounds)}</View>
            </Card>
            <ConsentFirst consent={form.consent} whyZh={t.consentFirst} />
            <SendingNotices papers={form.papers} />
            {items.map((item) => <SupplementItem key={item.itemId} claimId={claimId} item={item} form={form} mayAdd={claim.consentsNeeded.length === 0} />)}
            {form.papers.sending.durable ? <View className="z-small z-center">{t.leave}</View> : null}
          </>
        )
      }}
    </Page>
  )
}
