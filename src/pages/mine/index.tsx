import { Page } from '@/ui'

export default function MinePage() {
  return <Page title="我的">{null}</Page>
}
