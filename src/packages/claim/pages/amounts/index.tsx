import { Page } from '@/ui'

export default function ClaimAmountsPage() {
  return <Page title="费用金额">{null}</Page>
}
