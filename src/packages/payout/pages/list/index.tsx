import { Page } from '@/ui'

export default function PayoutListPage() {
  return <Page title="发放进度">{null}</Page>
}
