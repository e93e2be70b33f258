import { View } from '@tarojs/components'
import { useHotline } from '@/api/config'
import { useElderModeSwitch } from '@/api/elder-mode'
import { meQuery } from '@/api/me'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { go } from '@/platform/navigation'
import { dial } from '@/platform/phone'
import { routes } from '@/routes'
import { useIsClaimant, useIsMember, useIsRep } from '@/state/guard'
import { Button, Card, Cell, CellGroup, Page, SwitchRow } from '@/ui'
import { MyCovers } from './covers'
import { useAskSignOut } from './sign-out'
import { texts } from './texts'

export default function MinePage() {
  const me = usePageQuery(meQuery())
  const member = useIsMember()
  const claimant = useIsClaimant()
  const rep = useIsRep()
  const elder = useElderModeSwitch()
  const hotline = useHotline()
  const signOut = useAskSignOut()
  return (
    <Page title={texts.title} query={me} notices={useNotices('mine')}>
      {({ nameMasked, unionZh, memberNo, mobileMasked, idNoMasked, idTypeZh }) => (
        <>
          <Card title={nameMasked} icon="mine">
            {unionZh ? <View>{unionZh}</View> : null}
            {memberNo ? <View className="z-small z-digits">{texts.memberNo(memberNo)}</View> : null}
            <View className="z-small">{texts.phone(mobileMasked)}</View>
            {idNoMasked ? <View className="z-small">{texts.idNo(idTypeZh, idNoMasked)}</View> : null}
          </Card>
          {rep ? <CellGroup title={texts.rep}><Cell icon="scan" title={texts.events} detail={texts.eventsDetail} onPress={() => go(routes.repEvents)} /></CellGroup> : null}
          <CellGroup title={texts.account}>
            <Cell icon="mine" title={texts.profile} detail={texts.profileDetail} onPress={() => go(routes.profile)} />
            <Cell icon="lock" title={texts.consents} detail={texts.consentsDetail} onPress={() => go(routes.consents)} />
            {claimant ? <Cell icon="bank" title={texts.bankCard} detail={texts.bankCardDetail} onPress={() => go(routes.bankCard)} /> : null}
            {claimant ? <Cell icon="progress" title={texts.payouts} onPress={() => go(routes.payouts)} /> : null}
            {member ? <Cell icon="edit" title={texts.agents} detail={texts.agentsDetail} onPress={() => go(routes.agents)} /> : null}
            <Cell icon="mine" title={texts.others} detail={texts.othersDetail} onPress={() => go(routes.claimOthers)} />
            <Cell icon="bell" title={texts.messages} onPress={() => go(routes.messages)} />
          </CellGroup>
          {member ? <MyCovers /> : null}
          <CellGroup title={texts.settings}>
            <SwitchRow label={texts.elder} detail={texts.elderDetail} checked={elder.on} onChange={elder.set} />
            <Cell icon="info" title={texts.about} onPress={() => go(routes.about)} />
            <Cell icon="phone" title={texts.hotline} value={hotline} onPress={() => dial(hotline)} />
          </CellGroup>
          <Button kind="danger" loading={signOut.busy} onPress={signOut.ask}>{texts.signOut}</Button>
        </>
      )}
    </Page>
  )
}
