import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Plan } from '@/contract/schemas/member'
import { Button, Card, Icon, SampleBadge } from '@/ui'
import { offerTexts as t } from '../texts'

function Lines({ lines, icon }: { lines: readonly string[]; icon: 'check' | 'close' }) {
  return (
    <>
      {lines.map((line) => (
        <View key={line} className="gift-line">
          <Icon name={icon} size="s" tone={icon === 'check' ? 'green' : 'soft'} />
          <View className="z-grow">{line}</View>
        </View>
      ))}
    </>
  )
}

/** What a plan is, in two lines. */
export function PlanHead({ plan }: { plan: Plan }) {
  return (
    <Card title={plan.nameZh} icon="shield" kind="accent">
      {plan.nicknameZh ? <View className="z-small">{plan.nicknameZh}</View> : null}
      <View>{plan.summaryZh}</View>
    </Card>
  )
}

/** A plan in plain words: what it pays and what not, its waiting period, its figures with their labels, its clauses. */
export function PlanWords({ plan }: { plan: Plan }) {
  const [clauses, setClauses] = useState(false)
  return (
    <>
      <Card title={t.pays}><Lines lines={plan.paysZh} icon="check" /></Card>
      <Card title={t.notPaid}><Lines lines={plan.notPaidZh} icon="close" /></Card>
      <Card title={t.waiting} icon="clock">{plan.waitingZh}</Card>
      <Card title={t.figures}>
        {plan.figures.map(({ labelZh, valueZh, sample }) => (
          <View key={labelZh} className="gift-figure">
            <View className="z-small">{labelZh}</View>
            <View className="z-between"><View className="z-strong">{valueZh}</View>{sample ? <SampleBadge /> : null}</View>
          </View>
        ))}
        {clauses ? plan.clauses.map(({ clauseId, textZh }) => <View key={clauseId} className="z-small z-stack">{clauseId} {textZh}</View>) : null}
        <Button kind="text" inline onPress={() => setClauses(!clauses)}>{clauses ? t.hideClauses : t.showClauses}</Button>
      </Card>
    </>
  )
}
