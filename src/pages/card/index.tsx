import { isRefusal } from '@/api/api-error'
import { cardQuery } from '@/api/me'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { useIsMember } from '@/state/guard'
import { Page } from '@/ui'
import { CodePanel } from './code-panel'
import { ConsentPage } from './consent-page'
import { Details } from './details'
import { OutsiderPage } from './outsider'
import { texts } from './texts'
import './card.scss'

export default function CardPage() {
  const member = useIsMember()
  const card = usePageQuery({ ...cardQuery(), enabled: member })
  const notices = useNotices('card')
  if (!member) return <OutsiderPage />
  // Also with an old card at hand: who has withdrawn the consent is shown no card.
  if (isRefusal(card.error, 'CONSENT_REQUIRED')) return <ConsentPage />
  return (
    <Page title={texts.title} query={card} notices={notices}>
      {(data) => (
        <>
          <CodePanel card={data} />
          <Details card={data} />
        </>
      )}
    </Page>
  )
}
