import { View } from '@tarojs/components'
import type { PayoutSummary } from '@/contract/schemas/claim'
import { aria, Money, useElderMode } from '@/ui'
import { texts } from '../texts'

const t = texts.list
/** Height of the column of the largest month, PX; a month with any money is never invisible. */
const HIGHEST = 96
const LOWEST = 4

/** What arrived month by month: columns; in 长辈版, where twelve words of 18 do not fit, a row for each month with money. */
export function MonthBars({ months }: { months: readonly number[] }) {
  const elder = useElderMode()
  const most = Math.max(...months, 1)
  const paid = months.map((fen, at) => ({ fen, no: at + 1 })).filter(({ fen }) => fen > 0)
  return (
    <>
      <View className="payout-subtitle" {...aria({ role: 'heading', level: 2 })}>{t.months}</View>
      {elder ? (
        paid.map(({ fen, no }) => <Row key={no} name={t.month(no)} fen={fen} most={most} />)
      ) : (
        <View className="payout-months" {...aria({ role: 'img', label: paid.map(({ fen, no }) => t.monthAmount(no, fen)).join('，') })}>
          {months.map((fen, at) => (
            <View key={at} className="payout-month">
              <View className={`payout-column${fen > 0 ? '' : ' payout-column--none'}`} style={{ height: `${fen > 0 ? Math.max(LOWEST, Math.round((HIGHEST * fen) / most)) : LOWEST}PX` }} />
              <View className="payout-month-no">{at + 1}</View>
            </View>
          ))}
        </View>
      )}
    </>
  )
}

/** From which plans it came. */
export function PlanBars({ plans }: { plans: PayoutSummary['plans'] }) {
  const most = Math.max(...plans.map(({ amountFen }) => amountFen), 1)
  return (
    <>
      <View className="payout-subtitle" {...aria({ role: 'heading', level: 2 })}>{t.plans}</View>
      {plans.map(({ planId, nameZh, amountFen }) => <Row key={planId} name={nameZh} fen={amountFen} most={most} />)}
    </>
  )
}

function Row({ name, fen, most }: { name: string; fen: number; most: number }) {
  return (
    <View className="payout-bar-row">
      <View className="payout-bar-words"><View>{name}</View><Money fen={fen} /></View>
      {/* flex-grow shares the width by the amounts themselves, so no percentage is computed or rounded. */}
      <View className="payout-bar" {...aria({ hidden: true })}><View className="payout-bar-fill" style={{ flexGrow: fen }} /><View style={{ flexGrow: most - fen }} /></View>
    </View>
  )
}
