import { go, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { Empty } from '@/ui'
import { offerTexts as t } from '../texts'

/** For who is no member yet: join on the spot and go on where they were. */
export function JoinFirst({ campaignId = '' }: { campaignId?: string }) {
  return <Empty icon="card" title={t.notMember} detail={t.notMemberDetail} action={{ kind: 'primary', label: t.joinUnion, onPress: () => go(campaignId ? withParams(routes.join, { campaignId }) : routes.join) }} />
}
