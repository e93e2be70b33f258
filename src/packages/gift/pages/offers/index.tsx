import { giftOffersQuery } from '@/api/gifts'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { back, go } from '@/platform/navigation'
import { dial } from '@/platform/phone'
import { routes } from '@/routes'
import { Cell, CellGroup, Page, ServerNotices } from '@/ui'
import { OfferCard } from '../../parts/offer-card'
import { offersTexts as t } from '../../texts'

export default function GiftOffersPage() {
  const offers = usePageQuery(giftOffersQuery())
  const notices = useNotices('gifts')
  const banner = <ServerNotices items={notices} onCall={dial} />
  const onBack = (): void => void back(routes.home)
  if (notices.some(({ blocking }) => blocking)) return <Page title={t.title} banner={banner} onBack={onBack}>{null}</Page>
  return (
    <Page
      title={t.title}
      subtitle={t.subtitle}
      query={offers}
      banner={banner}
      onBack={onBack}
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
