import { View } from '@tarojs/components'
import type { GiftOfferDetail } from '@/contract/schemas/member'
import { Badge, Card, Facts } from '@/ui'
import { offerTexts as t } from '../texts'

/** The server's decision in words, condition by condition, with what helps where one fails. */
export function Eligibility({ detail: { headlineZh, eligible, checks, preview, offer } }: { detail: GiftOfferDetail }) {
  return (
    <>
      <Card title={t.eligibility} icon={eligible || offer.state === 'TAKEN' ? 'check' : 'info'}>
        <View className="z-strong z-stack">{headlineZh}</View>
        {checks.map(({ code, ok, textZh, helpZh }) => (
          <View key={code} className="gift-check">
            <View className="z-between"><View className="z-grow">{textZh}</View><Badge tone={ok ? 'success' : 'warn'}>{ok ? t.ok : t.notOk}</Badge></View>
            {helpZh && !ok ? <View className="z-small">{helpZh}</View> : null}
          </View>
        ))}
      </Card>
      {eligible ? (
        <Card title={t.period} icon="clock">
          <Facts
            items={[
              { label: t.firstDay, value: t.date(preview.effectiveOn) },
              { label: t.lastDay, value: t.date(preview.endsOn) },
              { label: t.waitingEnds, value: preview.waitingEndsOn ? t.date(preview.waitingEndsOn) : t.noWaiting },
              ...(preview.waitingEndsOn ? [{ label: t.benefitsFrom, value: t.date(preview.benefitsFrom) }] : []),
            ]}
          />
        </Card>
      ) : null}
    </>
  )
}
