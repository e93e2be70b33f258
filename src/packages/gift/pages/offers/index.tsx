import { giftOffersQuery } from '@/api/gifts'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { back, go } from '@/platform/navigation'
import { routes } from '@/routes'
import { useIsMember } from '@/state/guard'
import { Cell, CellGroup, Empty, Page } from '@/ui'
import { JoinFirst } from '../../parts/join-first'
import { OfferCard } from '../../parts/offer-card'
import { offersTexts as t } from '../../texts'

export default function GiftOffersPage() {
  const member = useIsMember()
  const offers = usePageQuery({ ...giftOffersQuery(), enabled: member })
  const notices = useNotices('gifts')
  const onBack = () => back(routes.home)
  if (!member) return <Page title={t.title} notices={notices} onBack={onBack}><JoinFirst /></Page>
  return (
    <Page title={t.title} subtitle={t.subtitle} query={offers} notices={notices} onBack={onBack}>
      {({ items }) => (
        <>
          {items.length === 0 ? <Empty icon="gift" title={t.empty} detail={t.emptyDetail} /> : items.map((offer) => <OfferCard key={offer.campaignId} offer={offer} />)}
          <CellGroup>
            <Cell icon="scan" title={t.scan} onPress={() => go(routes.scan)} />
            <Cell icon="shield" title={t.plans} detail={t.plansDetail} onPress={() => go(routes.plans)} />
          </CellGroup>
        </>
      )}
    </Page>
  )
}
