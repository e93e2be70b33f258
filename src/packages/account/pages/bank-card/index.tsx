import { useConsentAsk } from '@/api/consent-ask'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { bankAccountQuery } from '@/api/payouts'
import { back, go } from '@/platform/navigation'
import { routes } from '@/routes'
import { Button, Notice, Page } from '@/ui'
import { useBindForm } from '../../model/bind-card'
import { useCardPhoto } from '../../model/card-photo'
import { BindForm } from '../../parts/bind-form'
import { CurrentCard } from '../../parts/current-card'
import { bankTexts as t } from '../../texts'

export default function AccountBankCardPage() {
  const query = usePageQuery(bankAccountQuery())
  const needsC5 = query.data?.c5Granted === false
  const c5 = useConsentAsk('C5', t.c5First, needsC5)
  const ask = needsC5 ? c5 : null
  const form = useBindForm(ask)
  const photo = useCardPhoto(form.type)
  const bound = form.bound?.account
  return (
    <Page
      title={t.title}
      query={query}
      notices={useNotices('bankCard')}
      onBack={() => back(routes.mine)}
      announce={bound ? t.bound(bound.issuerZh, bound.last4) : undefined}
      footer={({ account }) => <Button loading={form.busy} onPress={form.submit}>{form.confirming ? t.confirmed : account ? t.change : t.bind}</Button>}
    >
      {({ account, readsPhotos }) => (
        <>
          {bound ? <Notice tone="success" title={t.boundTitle} action={{ label: t.payouts, onPress: () => go(routes.payouts) }}>{t.bound(bound.issuerZh, bound.last4)}</Notice> : null}
          <CurrentCard account={account} />
          <BindForm form={form} ask={ask} title={account ? t.changeTitle : t.formTitle} photo={readsPhotos ? photo : null} />
        </>
      )}
    </Page>
  )
}
