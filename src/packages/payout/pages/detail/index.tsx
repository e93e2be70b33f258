import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { payoutQuery } from '@/api/payouts'
import { back, go, useRouteParam, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { Cell, CellGroup, Page } from '@/ui'
import { PayoutAccount, PayoutAction, PayoutSplit, PayoutStatus, PayoutSum, PayoutWay } from '../../parts/payout-parts'
import { texts } from '../../texts'

const t = texts.detail

export default function PayoutDetailPage() {
  const payoutId = useRouteParam('payoutId')
  const query = usePageQuery(payoutQuery(payoutId || 'none'))
  return (
    <Page
      title={t.title}
      query={query}
      onBack={() => back(routes.payouts)}
      notices={useNotices('payoutDetail')}
      footer={(payout) => (payout.actionAt ? <PayoutAction payout={payout} /> : null)}
    >
      {(payout) => (
        <>
          <PayoutStatus payout={payout} />
          <PayoutSum payout={payout} />
          <PayoutSplit payout={payout} />
          <PayoutAccount payout={payout} />
          <PayoutWay payout={payout} />
          <CellGroup>
            <Cell icon="claim" title={t.claim} detail={t.claimDetail(payout.claimNo)} onPress={() => go(withParams(routes.claimDetail, { claimId: payout.claimId }))} />
          </CellGroup>
        </>
      )}
    </Page>
  )
}
