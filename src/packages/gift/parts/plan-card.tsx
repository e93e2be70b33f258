import { View } from '@tarojs/components'
import type { Coverage, Plan } from '@/contract/schemas/member'
import { go, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { Badge, Card, Ring } from '@/ui'
import { plansTexts as t } from '../texts'

function lineOf({ status, effectiveOn, endsOn, waitingEndsOn, benefitsFrom }: Coverage): string {
  if (status === 'PENDING') return t.startsOn(effectiveOn)
  return status === 'WAITING' && waitingEndsOn ? t.waiting(waitingEndsOn, benefitsFrom) : t.until(endsOn)
}

/** A plan of the catalogue: mine with the days that are left, another with whether I may have it and why not. */
export function PlanCard({ plan: { planId, nameZh, summaryZh, canHave, whyNotZh, feeFen, termYears }, cover }: { plan: Plan; cover: Coverage | undefined }) {
  return (
    <Card title={nameZh} icon="shield" onPress={() => void go(withParams(routes.plan, { planId }))}>
      {cover ? (
        <View className="z-row">
          <Ring fraction={cover.daysTotal > 0 ? cover.daysLeft / cover.daysTotal : 0} figure={String(cover.daysLeft)} unit={t.days} label={t.daysLeft(nameZh, cover.daysLeft)} />
          <View className="z-grow">
            <Badge tone={cover.status === 'ACTIVE' ? 'success' : 'warn'}>{cover.statusZh}</Badge>
            <View className="z-small">{lineOf(cover)}</View>
          </View>
        </View>
      ) : (
        <>
          <View className="z-stack">{summaryZh}</View>
          <View className="z-between">
            <Badge tone={canHave ? 'action' : 'neutral'}>{canHave ? t.canHave : t.notYet}</Badge>
            <View className="z-small">{t.fee(feeFen, termYears)}</View>
          </View>
          {whyNotZh ? <View className="z-small">{whyNotZh}</View> : null}
        </>
      )}
    </Card>
  )
}
