import { View } from '@tarojs/components'
import type { Calculation } from '@/contract/schemas/claim'
import { BillSplit, Card, Facts, Money, SampleBadge } from '@/ui'
import { texts } from '../texts'
import '../claim.scss'

const t = texts.estimate

/** What the server works out: the amount, each plan's arithmetic, and how the bill splits. `decided` after the decision. */
export function EstimateCard({ calculation, decided = false }: { calculation: Calculation; decided?: boolean }) {
  const { amountFen, lines, noteZh, reasonZh, clauseZh } = calculation
  const because = [reasonZh ? { label: t.reason, value: reasonZh } : null, clauseZh ? { label: t.clause, value: clauseZh } : null].filter((fact) => fact !== null)
  return (
    <Card title={decided ? t.decided : t.title} icon="shield" extra={lines.some(({ sample }) => sample) ? <SampleBadge /> : undefined}>
      <View className="claim-figure"><Money fen={amountFen} size="figure" label={decided ? t.decidedAmount : t.amount} tone="red" /></View>
      <SplitPicture calculation={calculation} />
      {lines.map(({ planNameZh, formulaZh, amountFen: lineFen, reasonZh: why }, at) => (
        <View key={at} className="claim-working">
          <View className="z-between">
            <View className="z-strong">{planNameZh}</View>
            <Money fen={lineFen} />
          </View>
          <View className="z-small">{formulaZh}</View>
          {why ? <View className="z-small">{why}</View> : null}
        </View>
      ))}
      {because.length > 0 ? <Facts items={because} /> : null}
      {noteZh ? <View className="z-small">{noteZh}</View> : null}
    </Card>
  )
}

/** A critical-illness claim has no bill, and so nothing to draw. */
function SplitPicture({ calculation: { split } }: { calculation: Calculation }) {
  const { totalFen, pooledFen, selfPayFen, outOfScopeFen, mutualAidFen, memberFinalFen } = split
  if (totalFen === 0) return null
  return <BillSplit totalFen={totalFen} pooledFen={pooledFen} inScopeSelfPayFen={selfPayFen} outOfScopeFen={outOfScopeFen} benefitFen={mutualAidFen} ownFen={memberFinalFen} />
}
