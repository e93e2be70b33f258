import { back, goHome } from '@/platform/navigation'
import { routes } from '@/routes'
import { Button, Empty, Page } from '@/ui'
import { texts } from './texts'

/** Where an address leads that no page has: an old link, a mistyped one. */
export default function NotFoundPage() {
  return (
    <Page title={texts.title} onBack={() => back(routes.home)} footer={<Button icon="home" onPress={goHome}>{texts.home}</Button>}>
      <Empty icon="warn" title={texts.title} detail={texts.detail} />
    </Page>
  )
}
