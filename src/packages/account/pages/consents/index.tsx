import { Page } from '@/ui'

export default function AccountConsentsPage() {
  return <Page title="我的授权">{null}</Page>
}
