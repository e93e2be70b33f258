import { Page } from '@/ui'

export default function ClaimDetailPage() {
  return <Page title="申领详情">{null}</Page>
}
