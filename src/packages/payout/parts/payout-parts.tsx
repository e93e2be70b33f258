import { View } from '@tarojs/components'
import type { Payout } from '@/contract/schemas/claim'
import { formatInstantZh } from '@/domain/dates'
import { go, withParams } from '@/platform/navigation'
import { addressOf, routes } from '@/routes'
import { BillSplit, Button, Card, Facts, Money, Notice, StatusHead, Timeline, timelineOf } from '@/ui'
import { texts } from '../texts'
import '../payout.scss'

const t = texts.detail

/** Amount and where it stands: headline, place on the way, next, who, when; after a refusal of the bank what to do about it. */
export function PayoutStatus({ payout: { adviceZh, amountFen, titleZh, status } }: { payout: Payout }) {
  return (
    <>
      <StatusHead status={status} subjectZh={titleZh}>
        <View className="payout-figure"><Money fen={amountFen} size="figure" label={t.amount} tone={status.tone === 'success' ? 'green' : 'ink'} /></View>
      </StatusHead>
      {adviceZh ? <Notice tone={status.memberActs ? 'action' : 'info'} title={status.memberActs ? t.advice : undefined}>{adviceZh}</Notice> : null}
    </>
  )
}

/** The one thing that the member can do now, where the server says so. */
export function PayoutAction({ payout: { actionAt } }: { payout: Payout }) {
  if (!actionAt) return null
  const consents = actionAt.page === 'consents'
  return <Button icon={consents ? 'check' : 'bank'} onPress={() => go(consents ? withParams(routes.consents, { consentId: actionAt.id ?? '' }) : addressOf(actionAt))}>{consents ? t.consents : t.bankCard}</Button>
}

/** Where part of it is kept back for money that is to come back: how the sum was worked out. */
export function PayoutSum({ payout: { amountFen, benefitFen, offsets } }: { payout: Payout }) {
  if (offsets.length === 0) return null
  return (
    <Card title={t.sum} icon="claim">
      <Facts
        ends
        items={[
          { label: t.benefit, value: t.yuan(benefitFen) },
          ...offsets.map((offset) => ({ label: t.offset(offset.claimNo), value: t.less(offset.amountFen) })),
          { label: t.paidOut, value: t.yuan(amountFen) },
        ]}
      />
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
  return <Card title={t.timeline} icon="progress"><Timeline label={t.timeline} items={timelineOf(timeline)} /></Card>
}

/** How the bill split; a critical-illness claim has none. */
export function PayoutSplit({ payout: { split } }: { payout: Payout }) {
  if (!split || split.totalFen === 0) return null
  const { totalFen, pooledFen, selfPayFen, outOfScopeFen, mutualAidFen, memberFinalFen, besideZh } = split
  return (
    <Card>
      <BillSplit totalFen={totalFen} pooledFen={pooledFen} inScopeSelfPayFen={selfPayFen} outOfScopeFen={outOfScopeFen} benefitFen={mutualAidFen} ownFen={memberFinalFen} />
      {besideZh ? <View className="z-small">{besideZh}</View> : null}
    </Card>
  )
}
