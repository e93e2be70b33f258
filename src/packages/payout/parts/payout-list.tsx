import { View } from '@tarojs/components'
import type { ClaimSummary, Payout } from '@/contract/schemas/claim'
import { go, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { aria, Badge, Card, Money } from '@/ui'
import { texts } from '../texts'
import '../payout.scss'

const t = texts.list

const Heading = ({ children }: { children: string }) => <View className="z-cells-title" {...aria({ role: 'heading', level: 2 })}>{children}</View>

/** Each payout: what for, how much, where it stands, when, to which card. */
export function PayoutList({ payouts }: { payouts: readonly Payout[] }) {
  if (payouts.length === 0) return null
  return (
    <>
      <Heading>{t.payouts}</Heading>
      {payouts.map(({ payoutId, titleZh, amountFen, status, paidAt, createdAt, last4 }) => {
        const when = paidAt ? t.paidAt(paidAt) : t.madeAt(createdAt)
        const card = last4 ? t.card(last4) : t.noCard
        return (
          <Card key={payoutId} title={titleZh} icon="progress" onPress={() => go(withParams(routes.payoutDetail, { payoutId }))}>
            <View className="payout-row">
              <View className="payout-amount"><Money fen={amountFen} /></View>
              <Badge tone={status.tone}>{status.titleZh}</Badge>
            </View>
            <View className="z-small">{when} · {card}</View>
          </Card>
        )
      })}
    </>
  )
}

/** Claims whose money is not decided or not arranged yet: state, next step, and by when. */
export function OpenClaims({ claims }: { claims: readonly ClaimSummary[] }) {
  if (claims.length === 0) return null
  return (
    <>
      <Heading>{t.open}</Heading>
      {claims.map(({ claimId, titleZh, status: { titleZh: stateZh, nextZh, whenZh, tone } }) => (
        <Card key={claimId} title={titleZh} icon="clock" onPress={() => go(withParams(routes.claimDetail, { claimId }))}>
          <View className="payout-row"><Badge tone={tone}>{stateZh}</Badge><View>{whenZh}</View></View>
          <View className="z-small">{nextZh}</View>
        </Card>
      ))}
      <View className="z-small">{t.openHint}</View>
    </>
  )
}
