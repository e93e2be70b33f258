import { View } from '@tarojs/components'
import type { PayoutSummary } from '@/contract/schemas/claim'
import { aria, Card, Money, pressRadio } from '@/ui'
import { texts } from '../texts'
import { MonthBars, PlanBars } from './bars'
import '../payout.scss'

const t = texts.list

/** The year in one look: what arrived, in which months, from which plans. */
export function YearCard({ summary, onYear }: { summary: PayoutSummary; onYear: (year: number) => void }) {
  const { year, years, totalFen, count, underWayFen, underWayCount, months, plans } = summary
  return (
    <Card>
      {years.length > 1 ? (
        <View className="payout-years" {...aria({ role: 'radiogroup', label: t.years })}>
          {years.map((one) => (
            <View key={one} className={`payout-year${one === year ? ' payout-year--on' : ''}`} {...aria({ role: 'radio', checked: one === year })} {...pressRadio(() => onYear(one), one === year)}>{t.year(one)}</View>
          ))}
        </View>
      ) : null}
      <View className="payout-total"><Money fen={totalFen} size="figure" label={t.yearTotal(year)} tone={totalFen > 0 ? 'red' : 'ink'} /></View>
      <View className="payout-sub">{totalFen > 0 ? t.count(count) : t.nothingYet}</View>
      {underWayCount > 0 ? <View className="payout-sub">{t.underWay(underWayCount, underWayFen)}</View> : null}
      {totalFen > 0 ? <MonthBars months={months} /> : null}
      {plans.length > 0 ? <PlanBars plans={plans} /> : null}
    </Card>
  )
}
