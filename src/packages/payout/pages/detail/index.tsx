import { Page } from '@/ui'

export default function PayoutDetailPage() {
  return <Page title="发放详情">{null}</Page>
}
