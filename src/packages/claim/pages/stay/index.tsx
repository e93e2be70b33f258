import { Page } from '@/ui'

export default function ClaimStayPage() {
  return <Page title="住院信息">{null}</Page>
}
