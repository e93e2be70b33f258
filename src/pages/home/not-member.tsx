import { useHotline } from '@/api/config'
import { go } from '@/platform/navigation'
import { dial } from '@/platform/phone'
import { routes } from '@/routes'
import { useSession } from '@/state/session-store'
import { Notice } from '@/ui'
import { texts } from './texts'

/** For accounts without a membership: an applicant (perhaps too young), or a beneficiary. */
export function NotMember() {
  const beneficiary = useSession((session) => session.account?.roles.includes('BENEFICIARY') ?? false)
  const hotline = useHotline()
  return (
    <Notice title={beneficiary ? texts.beneficiaryTitle : texts.notMemberTitle} action={beneficiary ? undefined : { label: texts.join, onPress: () => void go(routes.join) }} further={{ label: texts.call(hotline), onPress: () => dial(hotline) }}>
      {beneficiary ? texts.beneficiary : texts.notMember}
    </Notice>
  )
}
