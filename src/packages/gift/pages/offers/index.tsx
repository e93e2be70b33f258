import { giftOffersQuery } from '@/api/gifts'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { back, go } from '@/platform/navigation'
import { routes } from '@/routes'
import { Cell, CellGroup, Page } from '@/ui'
import { OfferCard } from '../../parts/offer-card'
import { offersTexts as t } from '../../texts'

export default function GiftOffersPage() {
  const offers = usePageQuery(giftOffersQuery())
  return (
    <Page
      title={t.title}
      subtitle={t.subtitle}
      query={offers}
      notices={useNotices('gifts')}
      onBack={() => void back(routes.home)}
      isEmpty={({ items }) => items.length === 0}
      empty={{ icon: 'gift', title: t.empty, detail: t.emptyDetail, action: { label: t.scan, onPress: () => void go(routes.scan) } }}
    >
      {({ items }) => (
        <>
          {items.map((offer) => <OfferCard key={offer.campaignId} offer={offer} />)}
          <CellGroup><Cell icon="scan" title={t.scan} onPress={() => void go(routes.scan)} /></CellGroup>
        </>
      )}
    </Page>
  )
}
