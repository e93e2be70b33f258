import { Page } from '@/ui'

export default function AccountBankCardPage() {
  return <Page title="银行卡">{null}</Page>
}
