import { Page } from '@/ui'

export default function GiftOffersPage() {
  return <Page title="领取保障">{null}</Page>
}
