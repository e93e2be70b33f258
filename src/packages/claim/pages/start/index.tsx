import { Page } from '@/ui'

export default function ClaimStartPage() {
  return <Page title="发起申领">{null}</Page>
}
