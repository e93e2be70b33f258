import { useHotline } from '@/api/config'
import { consentsQuery, meQuery } from '@/api/me'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { back, replace, useRouteParam, withParams } from '@/platform/navigation'
import { dial } from '@/platform/phone'
import { addressOf, routes } from '@/routes'
import { useIsMember } from '@/state/guard'
import { Button, Choice, ConsentItem, ErrorSummary, Notice, Page, withheld } from '@/ui'
import { PLATFORMS, useJoin } from '../../model/join'
import { IdentityCard } from '../../parts/identity-card'
import { joinTexts as t } from '../../texts'

export default function JoinPage() {
  const campaignId = useRouteParam('campaignId')
  const code = useRouteParam('code')
  const member = useIsMember()
  const [me, consents] = [usePageQuery(meQuery()), usePageQuery(consentsQuery())]
  const c1 = consents.data?.items.find(({ consentId }) => consentId === 'C1')
  const identityAsked = me.data?.realName === false
  const join = useJoin(c1, identityAsked)
  const hotline = useHotline()
  const { answer } = join
  const goOn = () => replace(code ? withParams(routes.scan, { code }) : campaignId ? addressOf({ page: 'gift', id: campaignId }) : routes.gifts)
  return (
    <Page title={t.title} query={consents.data ? me : withheld(consents)} notices={useNotices()} onBack={() => back(routes.home)} footer={member ? <Button onPress={goOn}>{t.goOn}</Button> : <Button loading={join.busy} onPress={join.submit}>{t.submit}</Button>}>
      {() =>
        member ? (
          <Notice tone="success" title={t.approved} announce="polite">{answer?.textZh}</Notice>
        ) : (
          <>
            <ErrorSummary problems={join.problems} />
            {join.failure ? <Notice tone="warn" title={join.failure.title} announce="assertive">{join.failure.textZh}</Notice> : null}
            {answer ? <Notice tone="warn" title={t.refused} announce="assertive" action={{ label: t.call(hotline), onPress: () => dial(hotline) }}>{answer.textZh}{answer.helpZh ?? t.again}</Notice> : null}
            <Notice>{t.intro}</Notice>
            {identityAsked ? <IdentityCard form={join.identity} errors={join.identityErrors} /> : null}
            <Choice id="platform" label={t.platform} options={PLATFORMS.map((value) => ({ value, label: value }))} value={join.platform} onChange={join.setPlatform} error={join.problem('platform')} />
            {c1 && !c1.granted ? <ConsentItem id="c1" title={c1.titleZh} paragraphs={c1.textZh} label={t.agree(c1.titleZh)} checked={join.agreed} onChange={join.setAgreed} error={join.problem('c1')} /> : null}
          </>
        )
      }
    </Page>
  )
}
