import { View } from '@tarojs/components'
import type { Plan } from '@/contract/schemas/member'
import { aria, Badge, Card } from '@/ui'
import { STACK, STACK_FEN } from '../model/catalogue'
import { plansTexts as t } from '../texts'

/** How the plans stack up to the published maximum: a bar of their shares, and each with its colour and sum; what is mine says so. */
export function PlanStack({ plans }: { plans: readonly Plan[] }) {
  const rows = STACK.flatMap(({ planId, fen }) => {
    const plan = plans.find((candidate) => candidate.planId === planId)
    return plan ? [{ planId, fen, nameZh: plan.nameZh, mine: plan.mine }] : []
  })
  return (
    <Card title={t.stack} icon="shield">
      <View className="gift-total">{t.stackTotal(STACK_FEN)}</View>
      <View className="gift-stack" {...aria({ role: 'img', label: t.stackSpoken(rows.map(({ nameZh, fen }) => `${nameZh}${t.yuan(fen)}`).join('、')) })}>
        {rows.map(({ planId, fen }) => <View key={planId} className={`gift-stack-part gift-hue--${planId}`} style={{ flexGrow: fen / 100_000 }} />)}
      </View>
      {rows.map(({ planId, fen, nameZh, mine }) => (
        <View key={planId} className="z-between gift-line">
          <View className={`gift-swatch gift-hue--${planId}`} {...aria({ hidden: true })} />
          <View className="z-grow">{nameZh}</View>
          {mine ? <Badge tone="success">{t.mine}</Badge> : null}
          <View className="z-money">{t.yuan(fen)}</View>
        </View>
      ))}
      <View className="z-small">{t.stackDetail}</View>
    </Card>
  )
}
