import { Page } from '@/ui'

export default function ClaimPapersPage() {
  return <Page title="上传材料">{null}</Page>
}
