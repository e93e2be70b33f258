import { View } from '@tarojs/components'
import { consentsQuery } from '@/api/me'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { back, useRouteParam } from '@/platform/navigation'
import { routes } from '@/routes'
import { Button, Notice, Page, Sheet, SwitchRow } from '@/ui'
import { useConsentChange } from '../../model/consent-change'
import { ConsentCard } from '../../parts/consent-card'
import { consentTexts as t } from '../../texts'

export default function AccountConsentsPage() {
  const query = usePageQuery(consentsQuery())
  const change = useConsentChange(query.refetch, useRouteParam('consentId') || null)
  const open = query.data?.items.find(({ consentId }) => consentId === change.reading)
  return (
    <Page title={t.title} query={query} notices={useNotices('consents')} onBack={() => back(routes.mine)} announce={change.said}>
      {({ items }) => (
        <>
          <Notice>{t.intro}</Notice>
          {items.map((consent) => (
            <ConsentCard
              key={consent.consentId}
              consent={consent}
              failedZh={change.failedZh(consent.consentId)}
              onRead={() => change.read(consent.consentId)}
              onToggle={(on) => change.toggle(consent, on)}
              onStanding={(on) => change.setStanding(consent, on)}
            />
          ))}
          {open ? (
            <Sheet
              id="consent-text"
              open
              title={open.titleZh}
              onClose={() => change.read(null)}
              footer={open.granted ? undefined : <Button loading={change.busy} onPress={() => change.grant(open)}>{t.grant}</Button>}
            >
              {change.failedZh(open.consentId) ? <Notice tone="warn" announce="assertive">{change.failedZh(open.consentId)}</Notice> : null}
              {open.textZh.map((paragraph) => <View key={paragraph} className="z-stack">{paragraph}</View>)}
              {!open.granted && open.standing !== null ? <SwitchRow label={t.standing} detail={t.standingDetail} checked={change.wish} onChange={change.setWish} /> : null}
            </Sheet>
          ) : null}
        </>
      )}
    </Page>
  )
}
