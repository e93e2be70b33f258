import { useState } from 'react'
import { View } from '@tarojs/components'
import { useNotices } from '@/api/notices'
import { back, go } from '@/platform/navigation'
import { routes } from '@/routes'
import { Page } from '@/ui'
import { useMoney } from '../../model/money'
import { OpenClaims, PayoutList } from '../../parts/payout-list'
import { YearCard } from '../../parts/year-card'
import { texts } from '../../texts'

const t = texts.list

export default function PayoutListPage() {
  const [year, setYear] = useState<number | null>(null)
  const money = useMoney(year)
  return (
    <Page
      title={t.title}
      query={money}
      onBack={() => back(routes.home)}
      notices={useNotices('payouts')}
      isEmpty={({ payouts, open }) => payouts.length === 0 && open.length === 0}
      empty={{ icon: 'progress', title: t.none, detail: t.noneDetail, action: { label: t.start, onPress: () => go(routes.claimStart) } }}
    >
      {({ summary, payouts, open, more }) => (
        <>
          <YearCard summary={summary} onYear={setYear} />
          <PayoutList payouts={payouts} />
          {more ? <View className="z-small z-center">{t.earlier}</View> : null}
          <OpenClaims claims={open} />
        </>
      )}
    </Page>
  )
}
