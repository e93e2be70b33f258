import { Page } from '@/ui'

export default function AccountMessagesPage() {
  return <Page title="消息">{null}</Page>
}
