import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { configQuery } from '@/api/config'
import { homeQuery } from '@/api/me'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { dial } from '@/platform/phone'
import { useIsMember } from '@/state/guard'
import { Entries, Page, ServerNotices } from '@/ui'
import { Covers } from './covers'
import { entries } from './entries'
import { More } from './more'
import { NotMember } from './not-member'
import { texts } from './texts'
import { Todos } from './todos'
import './home.scss'

export default function HomePage() {
  const home = usePageQuery(homeQuery())
  const config = useQuery(configQuery()).data
  const notices = useNotices('home')
  const member = useIsMember()
  const banner = <ServerNotices items={notices} onCall={dial} />
  if (notices.some(({ blocking }) => blocking)) return <Page title={texts.title} banner={banner}>{null}</Page>
  return (
    <Page title={texts.title} titleHidden query={home} banner={banner}>
      {({ nameMasked, unionZh, memberNo, covers, todos, unread }) => (
        <>
          <View className="z-stack">
            <View className="home-name">{texts.greeting(nameMasked)}</View>
            {unionZh ? <View className="z-small">{unionZh}</View> : null}
            {memberNo ? <View className="z-small z-digits">{texts.memberNo(memberNo)}</View> : null}
          </View>
          {member ? <Covers covers={covers} /> : <NotMember />}
          <Todos todos={todos} />
          {member ? <Entries items={entries} /> : null}
          <More unread={unread} testMode={config?.testMode ?? false} />
        </>
      )}
    </Page>
  )
}
