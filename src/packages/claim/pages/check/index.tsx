import { Page } from '@/ui'

export default function ClaimCheckPage() {
  return <Page title="核对">{null}</Page>
}
