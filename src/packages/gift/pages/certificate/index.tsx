import { Page } from '@/ui'

export default function GiftCertificatePage() {
  return <Page title="保障凭证">{null}</Page>
}
