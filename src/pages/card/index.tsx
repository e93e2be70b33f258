import { Page } from '@/ui'

export default function CardPage() {
  return <Page title="会员卡">{null}</Page>
}
