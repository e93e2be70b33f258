import { useQuery } from '@tanstack/react-query'
import { useHotline } from '@/api/config'
import { applicationsQuery } from '@/api/membership'
import { useNotices } from '@/api/notices'
import { go } from '@/platform/navigation'
import { dial } from '@/platform/phone'
import { routes } from '@/routes'
import { useSignedIn } from '@/state/guard'
import { Button, Empty, Notice, Page } from '@/ui'
import { texts } from './texts'

/** In place of the card for who is no member yet: how the last application stands, and the way to join on the spot. */
export function OutsiderPage() {
  const signedIn = useSignedIn()
  const last = useQuery({ ...applicationsQuery(), enabled: signedIn }).data?.items[0]
  const hotline = useHotline()
  return (
    <Page title={texts.title} notices={useNotices('card')} footer={<Button onPress={() => go(routes.join)}>{last ? texts.joinAgain : texts.join}</Button>}>
      {last ? (
        <Notice tone="warn" title={texts.application(last.stateZh)} action={{ label: texts.call(hotline), onPress: () => dial(hotline) }}>
          {texts.applicationDetail(last.platformZh, last.at, last.textZh, last.helpZh)}
        </Notice>
      ) : null}
      <Empty icon="card" title={texts.notMember} detail={texts.notMemberDetail} action={last ? undefined : { label: texts.call(hotline), onPress: () => dial(hotline) }} />
    </Page>
  )
}
