import { Empty } from './empty'
import type { Act } from './once'
import { Page } from './page'

export interface MissingPageProps {
  onRetry: Act
  onBack?: Act
}

/** Stands for a page whose code did not come: no network, or a line that hands out something else. */
export function MissingPage({ onRetry, onBack }: MissingPageProps) {
  return (
    <Page title="这一页没有打开" onBack={onBack}>
      <Empty title="这一页还没有下载到手机" detail="可能是网络没有连上，或者连着的 Wi-Fi 要先登录。连上网络后会自动继续，您填写的内容都在。" icon="warn" action={{ label: '重试', onPress: onRetry }} />
    </Page>
  )
}
