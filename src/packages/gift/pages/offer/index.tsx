import { useHotline } from '@/api/config'
import { giftOfferQuery } from '@/api/gifts'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import type { GiftOfferDetail } from '@/contract/schemas/member'
import { back, go, useRouteParam } from '@/platform/navigation'
import { dial } from '@/platform/phone'
import { addressOf, routes } from '@/routes'
import { Button, ErrorSummary, Notice, Page } from '@/ui'
import { useAccept } from '../../model/accept'
import { Consents } from '../../parts/consents'
import { Eligibility, Headline } from '../../parts/eligibility'
import { PlanWords } from '../../parts/plan-words'
import { offerTexts as t } from '../../texts'
import '../../gift.scss'

export default function GiftOfferPage() {
  const query = usePageQuery(giftOfferQuery(useRouteParam('campaignId')))
  const accept = useAccept(query.refetch)
  const hotline = useHotline()
  const action = (detail: GiftOfferDetail) => {
    const { enrolmentId } = detail.offer
    if (enrolmentId) return <Button onPress={() => void go(addressOf({ page: 'certificate', id: enrolmentId }))}>{t.certificate}</Button>
    if (detail.eligible) return <Button loading={accept.busy} onPress={() => accept.submit(detail)}>{t.confirm}</Button>
    return <Button kind="secondary" icon="phone" onPress={() => dial(hotline)}>{t.call(hotline)}</Button>
  }
  return (
    <Page title={t.title} query={query} notices={useNotices('gift')} onBack={() => void back(routes.gifts)} footer={action}>
      {(detail) => (
        <>
          <ErrorSummary problems={accept.problems} />
          {accept.refusedZh ? <Notice tone="warn" title={t.refused} announce="assertive">{accept.refusedZh}</Notice> : null}
          <Headline detail={detail} />
          <PlanWords plan={detail.plan} />
          <Eligibility detail={detail} />
          {detail.eligible ? <Consents consents={detail.consents} accept={accept} /> : null}
        </>
      )}
    </Page>
  )
}
