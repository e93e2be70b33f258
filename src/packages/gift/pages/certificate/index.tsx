import { enrolmentQuery } from '@/api/gifts'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { back, switchTab, useRouteParam } from '@/platform/navigation'
import { routes } from '@/routes'
import { Button, Page } from '@/ui'
import { Certificate } from '../../parts/certificate'
import { SubscribeCard } from '../../parts/subscribe-card'
import { certificateTexts as t } from '../../texts'

export default function GiftCertificatePage() {
  const query = usePageQuery(enrolmentQuery(useRouteParam('enrolmentId')))
  return (
    <Page title={t.title} query={query} notices={useNotices('certificate')} onBack={() => void back(routes.gifts)} footer={<Button onPress={() => void switchTab(routes.home)}>{t.home}</Button>}>
      {(enrolment) => (
        <>
          <Certificate enrolment={enrolment} />
          <SubscribeCard />
          <Button kind="secondary" icon="card" onPress={() => void switchTab(routes.card)}>{t.card}</Button>
        </>
      )}
    </Page>
  )
}
