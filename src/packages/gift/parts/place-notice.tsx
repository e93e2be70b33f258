import { View } from '@tarojs/components'
import { serverNow } from '@/api/server-time'
import type { GiftOfferDetail } from '@/contract/schemas/member'
import { msOf } from '@/domain/dates'
import { Button, Countdown, Notice } from '@/ui'
import { mayConfirm, type usePlace } from '../model/place'
import { offerTexts as t } from '../texts'
import { Headline } from './eligibility'

/** Longer than this is told as a moment and not counted down. */
const COUNT_MS = 3_600_000

/** The server's decision, whether a place is kept and how long, or how the waiting list stands: one notice where one will do. */
export function PlaceNotice({ model, detail, onLapse }: { model: ReturnType<typeof usePlace>; detail: GiftOfferDetail; onLapse: () => void }) {
  const { place } = model
  if (model.reserving) return <Headline detail={detail}>{t.reserving}</Headline>
  if (model.unsure && place && mayConfirm(place)) return <Notice tone="warn" title={t.notKept} announce="polite" action={{ label: t.keepAgain, onPress: model.reserve }}>{t.notKeptDetail}</Notice>
  if (place?.kind === 'lapsed') return <Notice tone="warn" title={t.lapsed} announce="polite" action={{ label: t.keepAgain, onPress: model.reserve }}>{t.lapsedDetail}</Notice>
  if (place?.kind === 'open' && place.until !== null) {
    // It holds through its last second.
    const until = msOf(place.until) + 1000
    return (
      <Headline detail={detail}>
        <View className="z-strong">{t.reserved}</View>
        {until - serverNow() > COUNT_MS ? t.keptUntil(place.until) : <Countdown until={until} now={serverNow} onEnd={onLapse} words={(seconds) => t.keptFor(Math.max(0, seconds - 1))} />}
      </Headline>
    )
  }
  if (place?.kind === 'waiting') {
    return (
      <>
        <Notice tone="neutral" title={t.inLine(place.position)} announce="polite">{t.inLineDetail}</Notice>
        <Button kind="secondary" loading={model.busy} onPress={model.leave}>{t.leave}</Button>
      </>
    )
  }
  if (place?.kind === 'soldOut') return <Notice tone="warn" title={t.soldOut}>{t.soldOutDetail}</Notice>
  return <Headline detail={detail} />
}
