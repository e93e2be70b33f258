import { View } from '@tarojs/components'
import type { Calculation } from '@/contract/schemas/claim'
import { aria, BillSplit, Card, Facts, Money, SampleBadge } from '@/ui'
import { texts } from '../texts'
import '../claim.scss'

const t = texts.estimate

/** What the server works out: the amount, each plan's arithmetic with its limit or its clause, what was put right, and how the bill splits. `decided` after the decision; `byData`: nobody has filled it in. */
export function EstimateCard({ calculation, decided = false, byData = false }: { calculation: Calculation; decided?: boolean; byData?: boolean }) {
  const { amountFen, lines, noteZh, reasonZh, clauseZh, adjustments = [], filedFen } = calculation
  // A refusal is its reason: no figure of zero above it, and no bill that nothing was paid of.
  const refused = decided && amountFen === 0 && Boolean(reasonZh)
  const because = [reasonZh ? { label: t.reason, value: reasonZh } : null, clauseZh ? { label: t.clause, value: clauseZh } : null].filter((fact) => fact !== null)
  return (
    <Card title={refused ? t.refused : decided ? t.decided : t.title} icon={refused ? 'warn' : 'shield'} extra={lines.some(({ sample }) => sample) ? <SampleBadge /> : undefined}>
      {refused ? null : <View className="claim-figure"><Money fen={amountFen} size="figure" label={decided ? t.decidedAmount : t.amount} tone={amountFen > 0 ? 'red' : 'ink'} /></View>}
      {refused ? null : <SplitPicture calculation={calculation} />}
      {adjustments.length > 0 && filedFen !== undefined && filedFen !== amountFen ? <View className="z-strong">{t.adjusted(filedFen, amountFen, byData)}</View> : null}
      {(refused ? [] : lines).map(({ planNameZh, formulaZh, amountFen: lineFen, reasonZh: why, clauseZh: byZh, capZh }, at) => (
        <View key={at} className="claim-working">
          <View className="z-between">
            <View className="z-strong" {...aria({ role: 'heading', level: 3 })}>{planNameZh}</View>
            <Money fen={lineFen} />
          </View>
          {lineFen > 0 ? <View className="z-small">{formulaZh}</View> : null}
          {why && amountFen > 0 ? <View className="z-small">{why}</View> : null}
          {decided && lineFen > 0 && byZh ? <View className="z-small">{byZh}</View> : null}
          {!decided && capZh ? <View className="z-small">{capZh}</View> : null}
        </View>
      ))}
      {adjustments.length > 0 ? <Facts items={adjustments.map(({ titleZh, textZh, clauseZh: byZh }) => ({ label: titleZh, value: [textZh, byZh].filter(Boolean).join(' ') }))} /> : null}
      {because.length > 0 ? <Facts items={because} /> : null}
      {noteZh ? <View className="z-small">{noteZh}</View> : null}
    </Card>
  )
}

/** A critical-illness claim has no bill, and so nothing to draw. */
function SplitPicture({ calculation: { split } }: { calculation: Calculation }) {
  const { totalFen, pooledFen, selfPayFen, outOfScopeFen, mutualAidFen, memberFinalFen, besideZh } = split
  if (totalFen === 0) return null
  return (
    <>
      <BillSplit totalFen={totalFen} pooledFen={pooledFen} inScopeSelfPayFen={selfPayFen} outOfScopeFen={outOfScopeFen} benefitFen={mutualAidFen} ownFen={memberFinalFen} />
      {besideZh ? <View className="z-small">{besideZh}</View> : null}
    </>
  )
}
