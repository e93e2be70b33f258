import { View } from '@tarojs/components'
import type { ClaimSummary, Payout } from '@/contract/schemas/claim'
import { go, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { Badge, Cell, CellGroup, Money } from '@/ui'
import { texts } from '../texts'

const t = texts.list

/** Each payout: what for, how much, where it stands, when, to which card. */
export function PayoutList({ payouts }: { payouts: readonly Payout[] }) {
  if (payouts.length === 0) return null
  return (
    <CellGroup title={t.payouts}>
      {payouts.map(({ payoutId, titleZh, amountFen, status, paidAt, createdAt, last4 }) => (
        <Cell
          key={payoutId}
          icon="progress"
          title={titleZh}
          detail={[paidAt ? t.paidAt(paidAt) : t.madeAt(createdAt), last4 ? t.card(last4) : t.noCard].join(' · ')}
          value={<><View className="z-strong"><Money fen={amountFen} /></View><Badge tone={status.tone}>{status.titleZh}</Badge></>}
          onPress={() => void go(withParams(routes.payoutDetail, { payoutId }))}
        />
      ))}
    </CellGroup>
  )
}

/** Claims whose money is not decided or not arranged yet: state, next step, and by when. */
export function OpenClaims({ claims }: { claims: readonly ClaimSummary[] }) {
  if (claims.length === 0) return null
  return (
    <>
      <CellGroup title={t.open}>
        {claims.map(({ claimId, titleZh, status }) => (
          <Cell
            key={claimId}
            icon="clock"
            title={titleZh}
            detail={[status.nextZh, status.whenZh].join(' · ')}
            value={<Badge tone={status.tone}>{status.titleZh}</Badge>}
            onPress={() => void go(withParams(routes.claimDetail, { claimId }))}
          />
        ))}
      </CellGroup>
      <View className="z-small">{t.openHint}</View>
    </>
  )
}
