import { View } from '@tarojs/components'
import type { GiftOfferDetail } from '@/contract/schemas/member'
import { Badge, Card, Facts, Notice } from '@/ui'
import { offerTexts as t } from '../texts'

/** The server's decision in one sentence, before everything else. */
export function Headline({ detail: { headlineZh, eligible, offer } }: { detail: GiftOfferDetail }) {
  return <Notice tone={eligible || offer.state === 'TAKEN' ? 'success' : 'warn'} title={headlineZh}>{offer.nameZh}</Notice>
}

/** The decision condition by condition, with what helps where one fails, and the period that would begin today. */
export function Eligibility({ detail: { eligible, checks, preview } }: { detail: GiftOfferDetail }) {
  return (
    <>
      {checks.length > 0 ? (
        <Card title={t.eligibility}>
          {checks.map(({ code, ok, textZh, helpZh }) => (
            <View key={code} className="gift-check">
              <View className="z-between"><View className="z-grow">{textZh}</View><Badge tone={ok ? 'success' : 'warn'}>{ok ? t.ok : t.notOk}</Badge></View>
              {helpZh && !ok ? <View className="z-small">{helpZh}</View> : null}
            </View>
          ))}
        </Card>
      ) : null}
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
