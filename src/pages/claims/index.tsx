import { Page } from '@/ui'

export default function ClaimsPage() {
  return <Page title="申领">{null}</Page>
}
