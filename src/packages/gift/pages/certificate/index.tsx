import { certificateFile, useDrawn } from '@/api/drawn'
import { enrolmentQuery } from '@/api/gifts'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { useSubscribeAsk } from '@/api/subscriptions'
import type { Enrolment } from '@/contract/schemas/member'
import { useShareAppMessage } from '@/platform/lifecycle'
import { back, switchTab, useRouteParam } from '@/platform/navigation'
import { routes } from '@/routes'
import { Button, Notice, Page, SubscribeCard } from '@/ui'
import { Certificate } from '../../parts/certificate'
import { ShareCertificate } from '../../parts/share-certificate'
import { shareMessage, useCertificateLink } from '../../model/share'
import { certificateTexts as t, subscribeTexts } from '../../texts'

const file = ({ enrolmentId, certificateNo }: Enrolment, format: 'png' | 'pdf') => certificateFile(enrolmentId, format, certificateNo)

export default function GiftCertificatePage() {
  const drawn = useDrawn()
  const enrolmentId = useRouteParam('enrolmentId')
  const query = usePageQuery(enrolmentQuery(enrolmentId))
  const link = useCertificateLink(enrolmentId)
  const subscribe = useSubscribeAsk('GIFT')
  useShareAppMessage(() => shareMessage(link))
  return (
    <Page title={t.title} query={query} notices={useNotices('certificate')} onBack={() => back(routes.gifts)} footer={<Button onPress={() => switchTab(routes.home)}>{t.home}</Button>}>
      {(enrolment) => (
        <>
          <Certificate enrolment={enrolment} />
          <SubscribeCard ask={subscribe} words={subscribeTexts} />
          {drawn.said ? <Notice tone={drawn.said.tone} announce="polite">{drawn.said.zh}</Notice> : null}
          <Button kind="secondary" icon="album" loading={drawn.isBusy(file(enrolment, 'png'))} onPress={() => drawn.keep(file(enrolment, 'png'))}>{t.save}</Button>
          <Button kind="secondary" icon="file" loading={drawn.isBusy(file(enrolment, 'pdf'))} onPress={() => drawn.open(file(enrolment, 'pdf'))}>{t.pdf}</Button>
          <ShareCertificate link={link} />
          <Button kind="secondary" icon="card" onPress={() => switchTab(routes.card)}>{t.card}</Button>
        </>
      )}
    </Page>
  )
}
