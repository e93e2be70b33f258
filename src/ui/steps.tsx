import { View } from '@tarojs/components'
import { aria } from './a11y'

export interface StepsProps {
  /** Names of the steps, in order. */
  steps: readonly string[]
  /** Number of the present step, from 1. */
  current: number
}

/** Step n of m: bars for the eye, one sentence for the ear. */
export function Steps({ steps, current }: StepsProps) {
  const sentence = `第${current}步，共${steps.length}步：${steps[current - 1] ?? ''}`
  return (
    <View className="z-steps" {...aria({ role: 'img', label: sentence })}>
      <View className="z-steps-bars">
        {steps.map((step, i) => <View key={step} className={`z-step${i < current ? ' z-step--done' : ''}`} />)}
      </View>
      <View className="z-steps-words">{sentence}</View>
    </View>
  )
}
