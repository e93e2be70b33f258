import { Text, View } from '@tarojs/components'
import { formatFen } from '@/domain/money'
import { aria } from './a11y'

/** All integer fen. */
export interface BillSplitProps {
  totalFen: number
  /** Paid by basic medical insurance. */
  pooledFen: number
  /** Paid by mutual aid. */
  benefitFen: number
  /** What the member bears in the end. */
  ownFen: number
  /** Paid by others. */
  otherPaidFen?: number
  /** Before mutual aid: self-pay in scope, and out of scope. Shown as a line of words. */
  inScopeSelfPayFen?: number
  outOfScopeFen?: number
  /** Heading; null for none. */
  title?: string | null
}

interface Part {
  key: string
  label: string
  fen: number
}

/** The parts with money in them, in the order in which a bill is paid. */
export function billParts({ pooledFen, otherPaidFen = 0, benefitFen, ownFen }: BillSplitProps): Part[] {
  const parts = [
    { key: 'pooled', label: '医保支付', fen: pooledFen },
    { key: 'other', label: '其他报销', fen: otherPaidFen },
    { key: 'benefit', label: '互助金', fen: benefitFen },
    { key: 'own', label: '本人最终承担', fen: ownFen },
  ]
  return parts.filter((part) => part.fen > 0 || part.key === 'own' || part.key === 'benefit')
}

/** How a bill splits: one bar, the same order as a legend with amounts, and one sentence. It adds nothing up: the server decided. */
export function BillSplit(props: BillSplitProps) {
  const { totalFen, inScopeSelfPayFen, outOfScopeFen, title = '费用怎么分担' } = props
  const parts = billParts(props)
  const sentence = `总费用 ${formatFen(totalFen)} 元，其中${parts.map((p) => `${p.label} ${formatFen(p.fen)} 元`).join('，')}`
  const before = [
    inScopeSelfPayFen === undefined ? '' : `个人自付 ${formatFen(inScopeSelfPayFen)} 元`,
    outOfScopeFen === undefined ? '' : `自费 ${formatFen(outOfScopeFen)} 元`,
  ].filter(Boolean)
  return (
    <View className="z-split">
      <View className="z-split-head">
        {title ? <View className="z-split-title" {...aria({ role: 'heading', level: 3 })}>{title}</View> : null}
        <View className="z-split-total">总费用 <Text className="z-money">{formatFen(totalFen)} 元</Text></View>
      </View>
      <View className="z-split-bar" {...aria({ role: 'img', label: sentence })}>
        {/* flex-grow shares the width by the amounts themselves, so no percentage is computed or rounded. */}
        {parts.filter((p) => p.fen > 0).map((p) => <View key={p.key} className={`z-split-part z-split--${p.key}`} style={{ flexGrow: p.fen }} />)}
      </View>
      {before.length ? <View className="z-split-before">医保之后：{before.join(' + ')}</View> : null}
      {parts.map((p) => (
        <View key={p.key} className={`z-split-row z-split-row--${p.key}`}>
          <View className={`z-split-swatch z-split--${p.key}`} />
          <View className="z-grow">{p.label}</View>
          <Text className="z-money">{formatFen(p.fen)} 元</Text>
        </View>
      ))}
    </View>
  )
}
