import { Page } from '@/ui'

export default function GiftScanPage() {
  return <Page title="扫一扫">{null}</Page>
}
