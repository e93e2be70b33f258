import { View } from '@tarojs/components'
import type { Payout } from '@/contract/schemas/claim'
import { formatInstantZh } from '@/domain/dates'
import { BillSplit, Badge, Card, Facts, Money, Steps, Timeline } from '@/ui'
import { texts } from '../texts'
import '../payout.scss'

const t = texts.detail

/** Amount and where it stands: headline, place on the way, next, who, when. */
export function PayoutStatus({ payout: { amountFen, titleZh, status } }: { payout: Payout }) {
  return (
    <Card title={status.titleZh} kind="accent" extra={<Badge tone={status.tone}>{titleZh}</Badge>}>
      <View className="payout-figure"><Money fen={amountFen} size="figure" label={t.amount} tone={status.tone === 'success' ? 'green' : 'ink'} /></View>
      {status.step === null ? null : <Steps steps={status.steps} current={status.step} />}
      <Facts items={[{ label: t.next, value: status.nextZh }, { label: t.who, value: status.whoZh }, { label: t.when, value: status.whenZh }]} />
    </Card>
  )
}

/** To which account, under which number. */
export function PayoutAccount({ payout: { bankZh, last4, instructionNo, payoutNo, paidAt } }: { payout: Payout }) {
  return (
    <Card title={t.account} icon="bank">
      <Facts
        items={[
          ...(bankZh ? [{ label: t.bank, value: bankZh }] : []),
          { label: t.cardNo, value: last4 ? t.last4(last4) : t.noCard },
          { label: t.instructionNo, value: instructionNo ?? t.noInstruction },
          { label: t.payoutNo, value: payoutNo },
          ...(paidAt ? [{ label: t.paidAt, value: formatInstantZh(paidAt) }] : []),
        ]}
      />
    </Card>
  )
}

/** Every step with its date, also those that led back. */
export function PayoutWay({ payout: { timeline } }: { payout: Payout }) {
  const items = timeline.map(({ titleZh, at, whoZh, detailZh, tone }, index) => ({
    id: `${index} ${at}`, titleZh, atZh: formatInstantZh(at), whoZh, detailZh: detailZh ?? undefined, tone, current: index === timeline.length - 1,
  }))
  return <Card title={t.timeline} icon="progress"><Timeline label={t.timeline} items={items} /></Card>
}

/** How the bill split; a critical-illness claim has none. */
export function PayoutSplit({ payout: { split } }: { payout: Payout }) {
  if (!split || split.totalFen === 0) return null
  const { totalFen, pooledFen, selfPayFen, outOfScopeFen, mutualAidFen, memberFinalFen } = split
  return <Card><BillSplit totalFen={totalFen} pooledFen={pooledFen} inScopeSelfPayFen={selfPayFen} outOfScopeFen={outOfScopeFen} benefitFen={mutualAidFen} ownFen={memberFinalFen} /></Card>
}
