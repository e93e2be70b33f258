import { Page } from '@/ui'

export default function SignInPage() {
  return <Page title="登录">{null}</Page>
}
