import { Page } from '@/ui'

export default function GiftOfferPage() {
  return <Page title="保障计划">{null}</Page>
}
