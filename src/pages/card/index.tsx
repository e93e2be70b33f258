import { isRefusal } from '@/api/api-error'
import { useHotline } from '@/api/config'
import { cardQuery } from '@/api/me'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { dial } from '@/platform/phone'
import { useIsMember } from '@/state/guard'
import { Empty, Page } from '@/ui'
import { CodePanel } from './code-panel'
import { ConsentPage } from './consent-page'
import { Details } from './details'
import { texts } from './texts'
import './card.scss'

export default function CardPage() {
  const member = useIsMember()
  const card = usePageQuery({ ...cardQuery(), enabled: member })
  const notices = useNotices('card')
  const hotline = useHotline()
  if (!member) {
    return (
      <Page title={texts.title} notices={notices}>
        <Empty icon="card" title={texts.notMember} detail={texts.notMemberDetail} action={{ label: texts.call(hotline), onPress: () => dial(hotline) }} />
      </Page>
    )
  }
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
