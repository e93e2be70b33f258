import { View } from '@tarojs/components'
import { claimsQuery } from '@/api/claims'
import { useHotline } from '@/api/config'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { go } from '@/platform/navigation'
import { dial } from '@/platform/phone'
import { routes } from '@/routes'
import { useIsAgent, useIsClaimant } from '@/state/guard'
import { Button, Cell, CellGroup, Empty, Page } from '@/ui'
import { ClaimRow } from './claim-row'
import { draftsFirst } from './order'
import { texts } from './texts'

export default function ClaimsPage() {
  const member = useIsClaimant()
  const agent = useIsAgent()
  const claims = usePageQuery({ ...claimsQuery(), enabled: member })
  const notices = useNotices('claims')
  const hotline = useHotline()
  if (!member) {
    return (
      <Page title={texts.title} notices={notices}>
        {agent ? (
          <Empty icon="claim" title={texts.agent} detail={texts.agentDetail} action={{ label: texts.others, onPress: () => go(routes.claimOthers) }} />
        ) : (
          <Empty icon="claim" title={texts.notMember} detail={texts.notMemberDetail} action={{ label: texts.call(hotline), onPress: () => dial(hotline) }} />
        )}
      </Page>
    )
  }
  return (
    <Page title={texts.title} query={claims} notices={notices} footer={<Button onPress={() => go(routes.claimStart)}>{texts.start}</Button>}>
      {({ items, nextCursor }) => (
        <>
          {items.length === 0 ? <Empty icon="claim" title={texts.empty} detail={texts.emptyDetail} /> : null}
          {draftsFirst(items).map((claim) => <ClaimRow key={claim.claimId} claim={claim} />)}
          {nextCursor ? <View className="z-small z-center z-stack">{texts.more}</View> : null}
          <CellGroup>
            <Cell icon="progress" title={texts.payouts} detail={texts.payoutsDetail} onPress={() => go(routes.payouts)} />
          </CellGroup>
        </>
      )}
    </Page>
  )
}
