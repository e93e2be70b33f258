import { View } from '@tarojs/components'
import type { GiftOffer } from '@/contract/schemas/member'
import { go } from '@/platform/navigation'
import { addressOf } from '@/routes'
import { Badge, Card, Facts, type Tone } from '@/ui'
import { offersTexts as t } from '../texts'

const tones: Record<GiftOffer['state'], Tone> = { AVAILABLE: 'action', TAKEN: 'success', NOT_ELIGIBLE: 'neutral' }

/** One gift: what, from whom, why me, how many are left, until when. */
export function OfferCard({ offer: { campaignId, nameZh, planNameZh, sponsorZh, whyZh, quotaLeftZh, closesOn, state, enrolmentId } }: { offer: GiftOffer }) {
  const open = () => go(addressOf(enrolmentId ? { page: 'certificate', id: enrolmentId } : { page: 'gift', id: campaignId }))
  return (
    <Card title={nameZh} icon="gift" onPress={open}>
      <View className="z-row"><Badge tone={tones[state]}>{t.states[state]}</Badge></View>
      <View className="z-stack">{whyZh}</View>
      <Facts
        items={[
          { label: t.plan, value: planNameZh },
          { label: t.sponsor, value: sponsorZh },
          ...(state === 'TAKEN' ? [] : [{ label: t.quota, value: quotaLeftZh }, { label: t.closesOn, value: t.until(closesOn) }]),
        ]}
      />
    </Card>
  )
}
