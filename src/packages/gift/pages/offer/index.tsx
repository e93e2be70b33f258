import { View } from '@tarojs/components'
import { useHotline } from '@/api/config'
import { giftOfferQuery } from '@/api/gifts'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import type { GiftOfferDetail } from '@/contract/schemas/member'
import { back, go, useRouteParam, withParams } from '@/platform/navigation'
import { dial } from '@/platform/phone'
import { addressOf, routes } from '@/routes'
import { useIsMember } from '@/state/guard'
import { aria, Button, ErrorSummary, Notice, Page } from '@/ui'
import { useAccept } from '../../model/accept'
import { mayConfirm, placeOf, usePlace } from '../../model/place'
import { Consents } from '../../parts/consents'
import { Eligibility, Period, WhoAmI } from '../../parts/eligibility'
import { JoinFirst } from '../../parts/join-first'
import { PlaceNotice } from '../../parts/place-notice'
import { PlanHead, PlanWords } from '../../parts/plan-words'
import { offerTexts as t } from '../../texts'
import '../../gift.scss'

export default function GiftOfferPage() {
  const campaignId = useRouteParam('campaignId')
  const member = useIsMember()
  const query = usePageQuery({ ...giftOfferQuery(campaignId), enabled: member })
  const accept = useAccept(campaignId, query.refetch)
  const places = usePlace(campaignId, useRouteParam('code'), query.data)
  const hotline = useHotline()
  const notices = useNotices('gift')
  const onBack = () => back(routes.gifts)
  // An answer that was lost was a yes after all, once the offer says so.
  const failure = query.data?.offer.state === 'TAKEN' ? null : (accept.failure ?? places.failure)
  const action = (detail: GiftOfferDetail) => {
    const { enrolmentId, planId } = detail.offer
    if (enrolmentId) return <Button onPress={() => go(addressOf({ page: 'certificate', id: enrolmentId }))}>{t.certificate}</Button>
    const place = placeOf(detail)
    if (mayConfirm(place)) return <Button loading={accept.busy} onPress={() => accept.submit(detail)}>{t.confirm}</Button>
    if (place.kind === 'soldOut') return <Button loading={places.busy} onPress={places.join}>{t.join}</Button>
    if (detail.checks.some(({ code, ok }) => !ok && code === 'ALREADY_GIFTED')) return <Button onPress={() => go(withParams(routes.plan, { planId }))}>{t.paidWay}</Button>
    return <Button kind="secondary" icon="phone" onPress={() => dial(hotline)}>{t.call(hotline)}</Button>
  }
  if (!member) return <Page title={t.title} notices={notices} onBack={onBack}><JoinFirst campaignId={campaignId} /></Page>
  return (
    <Page title={t.title} query={query} notices={notices} onBack={onBack} footer={action}>
      {(detail) => (
        <>
          <ErrorSummary problems={accept.problems} />
          {failure ? <Notice tone="warn" title={failure.title} announce="assertive">{failure.textZh}</Notice> : null}
          <PlaceNotice model={places} detail={detail} onLapse={() => void query.refetch()} />
          <PlanHead plan={detail.plan} />
          <Period detail={detail} />
          {detail.offer.state === 'TAKEN' ? null : <WhoAmI detail={detail} />}
          <Eligibility detail={detail} />
          {mayConfirm(placeOf(detail)) ? <Consents consents={detail.consents} accept={accept} /> : null}
          <View className="z-strong z-stack" {...aria({ role: 'heading', level: 2 })}>{t.details}</View>
          <PlanWords plan={detail.plan} />
        </>
      )}
    </Page>
  )
}
