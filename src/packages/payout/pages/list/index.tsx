import { useNotices } from '@/api/notices'
import { back, go } from '@/platform/navigation'
import { routes } from '@/routes'
import { Card, Money, Page } from '@/ui'
import { useMoney } from '../../model/money'
import { OpenClaims, PayoutList } from '../../parts/payout-list'
import { texts } from '../../texts'

const t = texts.list

export default function PayoutListPage() {
  const money = useMoney()
  return (
    <Page
      title={t.title}
      query={money}
      onBack={() => void back(routes.home)}
      notices={useNotices('payouts')}
      isEmpty={({ payouts, open }) => payouts.length === 0 && open.length === 0}
      empty={{ icon: 'progress', title: t.none, detail: t.noneDetail, action: { label: t.start, onPress: () => void go(routes.claimStart) } }}
    >
      {({ year, yearPaidFen, payouts, open }) => (
        <>
          <Card><Money fen={yearPaidFen} size="figure" label={t.yearTotal(year)} /></Card>
          <PayoutList payouts={payouts} />
          <OpenClaims claims={open} />
        </>
      )}
    </Page>
  )
}
