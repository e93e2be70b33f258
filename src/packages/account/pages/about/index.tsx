import { Page } from '@/ui'

export default function AccountAboutPage() {
  return <Page title="关于">{null}</Page>
}
