import { useHotline } from '@/api/config'
import { go, switchTab } from '@/platform/navigation'
import { dial } from '@/platform/phone'
import { routes } from '@/routes'
import { useSession } from '@/state/session-store'
import { Notice } from '@/ui'
import { texts } from './texts'

const none: readonly string[] = []

/** For accounts without a membership: an applicant (perhaps too young), a beneficiary, an agent. */
export function NotMember() {
  const roles = useSession((session) => session.account?.roles ?? none)
  const words = roles.includes('BENEFICIARY') ? texts.beneficiary : roles.includes('AGENT') ? texts.agent : texts.notMember
  const lead = () => (words === texts.beneficiary ? switchTab(routes.claims) : go(words === texts.agent ? routes.claimOthers : routes.join))
  const hotline = useHotline()
  return (
    <Notice title={words.title} action={{ label: words.action, onPress: lead }} further={{ label: texts.call(hotline), onPress: () => dial(hotline) }}>
      {words.text}
    </Notice>
  )
}
