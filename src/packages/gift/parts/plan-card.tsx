import { View } from '@tarojs/components'
import type { Coverage, GiftOffer, Plan } from '@/contract/schemas/member'
import { go, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { Badge, Card, Ring, SampleBadge } from '@/ui'
import { plansTexts as t } from '../texts'

function lineOf({ status, effectiveOn, endsOn, waitingEndsOn, benefitsFrom }: Coverage): string {
  if (status === 'PENDING') return t.startsOn(effectiveOn, waitingEndsOn ? benefitsFrom : null)
  return status === 'WAITING' && waitingEndsOn ? t.waiting(waitingEndsOn) : t.until(endsOn)
}
const badgeOf = ({ status, statusZh, benefitsFrom }: Coverage): string => (status === 'WAITING' ? t.waitingBadge(benefitsFrom) : statusZh)

/** What a share costs, with the label of its source. */
function Fee({ plan: { figures, feeFen, termYears } }: { plan: Plan }) {
  const sample = figures.some(({ labelZh, sample: assumed }) => labelZh.endsWith('参保费') && assumed)
  return <View className="gift-fee"><View className="z-small">{t.fee(feeFen, termYears)}</View>{sample ? <SampleBadge /> : null}</View>
}

/** A plan of the catalogue: mine with the days that are left, another with whether I may have it and why not. */
export function PlanCard({ plan, cover, gift }: { plan: Plan; cover: Coverage | undefined; gift: GiftOffer | undefined }) {
  const { planId, nameZh, summaryZh, canHave, whyNotZh } = plan
  return (
    <Card title={nameZh} icon="shield" onPress={() => go(withParams(routes.plan, { planId }))}>
      {cover ? (
        <View className="z-row">
          <Ring fraction={cover.daysTotal > 0 ? cover.daysLeft / cover.daysTotal : 0} figure={String(cover.daysLeft)} unit={t.days} label={t.daysLeft(nameZh, cover.daysLeft)} />
          <View className="z-grow">
            <Badge tone={cover.status === 'ACTIVE' ? 'success' : 'warn'}>{badgeOf(cover)}</Badge>
            <View className="z-small">{lineOf(cover)}</View>
          </View>
        </View>
      ) : (
        <>
          <View className="z-stack">{summaryZh}</View>
          <View className="gift-price">
            <Badge tone={gift ? 'success' : canHave ? 'action' : 'neutral'}>{gift ? t.canGet : canHave ? t.canHave : t.notYet}</Badge>
            <Fee plan={plan} />
          </View>
          {whyNotZh && !gift ? <View className="z-small">{whyNotZh}</View> : null}
        </>
      )}
    </Card>
  )
}
