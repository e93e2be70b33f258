import { Page } from '@/ui'

export default function TesterConsolePage() {
  return <Page title="测试控制台">{null}</Page>
}
