import { Text, View } from '@tarojs/components'
import { formatFen } from '@/domain/money'
import { aria } from './a11y'

export interface MoneyProps {
  /** Integer fen. */
  fen: number
  /** figure: the headline of a card. line: inside running rows. */
  size?: 'figure' | 'line'
  /** Words above the figure. */
  label?: string
  tone?: 'ink' | 'red' | 'green'
}

/** An amount: 元 behind it, separators, figures of equal width. */
export function Money({ fen, size = 'line', label, tone = 'ink' }: MoneyProps) {
  if (size === 'line') return <Text className={`z-money z-ink-${tone}`}>{formatFen(fen)} 元</Text>
  const [yuan, cents] = formatFen(fen).split('.')
  return (
    // Said as one thing: the cents and the unit stand apart for the eye alone.
    <View className="z-figure" {...aria({ role: 'img', label: `${label ? `${label} ` : ''}${formatFen(fen)} 元` })}>
      {label ? <View className="z-figure-label">{label}</View> : null}
      <View className={`z-figure-value z-ink-${tone}`}>
        <Text>{yuan}</Text>
        <Text className="z-figure-cents">.{cents}</Text>
        <Text className="z-figure-unit"> 元</Text>
      </View>
    </View>
  )
}
