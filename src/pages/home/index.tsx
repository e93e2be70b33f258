import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { configQuery } from '@/api/config'
import { homeQuery } from '@/api/me'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { useIsMember } from '@/state/guard'
import { Entries, Page } from '@/ui'
import { AutoOffer } from './auto-offer'
import { Covers } from './covers'
import { ElderOffer } from './elder-offer'
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
  return (
    <Page title={texts.title} titleHidden query={home} notices={notices}>
      {({ nameMasked, unionZh, memberNo, covers, todos, offerAuto, unread }) => (
        <>
          <View className="z-stack">
            <View className="home-name">{texts.greeting(nameMasked)}</View>
            {unionZh ? <View className="z-small">{unionZh}</View> : null}
            {memberNo ? <View className="z-small z-digits">{texts.memberNo(memberNo)}</View> : null}
          </View>
          <ElderOffer />
          {member ? <Covers covers={covers} /> : <NotMember />}
          <Todos todos={todos} />
          {member ? <Entries items={entries} /> : null}
          {offerAuto ? <AutoOffer /> : null}
          <More unread={unread} testMode={config?.testMode ?? false} />
        </>
      )}
    </Page>
  )
}
