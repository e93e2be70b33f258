import { Page } from '@/ui'

export default function ClaimReceiptPage() {
  return <Page title="提交成功">{null}</Page>
}
