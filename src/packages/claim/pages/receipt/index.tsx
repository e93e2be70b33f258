import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { isRefusal } from '@/api/api-error'
import { claimQuery, receiptQuery } from '@/api/claims'
import { receiptFile, useDrawn } from '@/api/drawn'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { useSubscribeAsk } from '@/api/subscriptions'
import { formatInstantZh } from '@/domain/dates'
import { copyText } from '@/platform/clipboard'
import { back, go, switchTab, useRouteParam } from '@/platform/navigation'
import { callPhone } from '@/platform/phone'
import { routes } from '@/routes'
import { Button, Card, Cell, CellGroup, Facts, Notice, Page, SubscribeCard, withheld } from '@/ui'
import { detailAddress, isForOther } from '../../model/addresses'
import { LeftOut } from '../../parts/left-out'
import { NoReceipt } from '../../parts/no-receipt'
import { texts } from '../../texts'
import '../../claim.scss'

const t = texts.receipt
/** Copying and dialling that fail leave the number on the screen: there is nothing more to say. */
const quietly = (act: Promise<void>) => act.catch(() => undefined)

export default function ReceiptPage() {
  const claimId = useRouteParam('claimId')
  const drawn = useDrawn()
  const subscribe = useSubscribeAsk('SUBMIT')
  const query = usePageQuery(receiptQuery(claimId || 'none'))
  // Nothing was handed in: the claim itself says where it stands.
  const none = isRefusal(query.error, 'NOT_FOUND')
  const { data: claim } = useQuery({ ...claimQuery(claimId), enabled: query.data !== undefined || none })
  const notices = useNotices('claimDetail')
  // The card is the member's: an agent would bind the own one.
  const forOther = claim && isForOther(claim)
  const onBack = () => back(forOther ? routes.claimOthers : routes.claims)
  if (none && claim) return <NoReceipt claim={claim} notices={notices} onBack={onBack} />
  return (
    <Page title={query.data && !none ? t.title : t.untold} query={none ? withheld(query) : query} notices={notices} onBack={onBack} footer={<Button onPress={() => back(detailAddress(claimId))}>{t.progress}</Button>}>
      {({ claimNo, submittedAt, filesReceived, notReceived, nextZh, whoZh, whenZh, hotline }) => (
        <>
          <Notice tone="success" title={t.headline} announce="polite" />
          <Card title={t.claimNo}>
            <View className="claim-number">{claimNo}</View>
            <Button kind="text" inline onPress={() => quietly(copyText(claimNo))}>{t.copy}</Button>
            <Facts items={[{ label: t.submittedAt, value: formatInstantZh(submittedAt) }, { label: t.files, value: t.filesCount(filesReceived) }]} />
          </Card>
          <LeftOut claim={claim} noted={notReceived} />
          <Card title={t.nextTitle} icon="clock">
            <View>{nextZh}</View>
            <Facts items={[{ label: t.who, value: whoZh }, { label: t.when, value: whenZh }]} />
          </Card>
          <SubscribeCard ask={subscribe} words={texts.subscribe} />
          {drawn.said ? <Notice tone={drawn.said.tone} announce="polite">{drawn.said.zh}</Notice> : null}
          <CellGroup>
            <Cell icon="album" title={t.save} onPress={() => drawn.keep(receiptFile(claimId, 'png', t.fileName(claimNo)))} />
            <Cell icon="file" title={t.pdf} onPress={() => drawn.open(receiptFile(claimId, 'pdf', t.fileName(claimNo)))} />
            {claim && !forOther ? <Cell icon="bank" title={t.bankCard} detail={t.bankCardDetail} onPress={() => go(routes.bankCard)} /> : null}
            <Cell icon="phone" title={t.hotline(hotline)} onPress={() => quietly(callPhone(hotline))} />
            <Cell icon="home" title={t.home} onPress={() => switchTab(routes.home)} />
          </CellGroup>
        </>
      )}
    </Page>
  )
}
