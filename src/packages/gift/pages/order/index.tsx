import { useNotices } from '@/api/notices'
import { orderQuery } from '@/api/orders'
import { usePageQuery } from '@/api/page-query'
import type { Order } from '@/contract/schemas/event'
import { back, go, useRouteParam } from '@/platform/navigation'
import { addressOf, routes } from '@/routes'
import { Button, Card, Choice, Facts, Notice, Page, useAskAgain, type Tone } from '@/ui'
import { usePaying } from '../../model/order'
import { orderTexts as t } from '../../texts'

const tones: Record<Order['state'], Tone> = { UNPAID: 'info', WAITING_UNIT: 'neutral', UNKNOWN: 'neutral', PAID: 'success', FAILED: 'warn', CLOSED: 'neutral' }

export default function OrderPage() {
  const orderId = useRouteParam('orderId')
  const query = usePageQuery(orderQuery(orderId))
  const again = useAskAgain(query)
  const paying = usePaying(query.data)
  // The payment was sent from the plan's page and no answer came: until the order has been asked for, nobody knows.
  const unsure = useRouteParam('unsure') !== '' && (query.isError || query.fetchStatus !== 'idle')
  const action = ({ state, feeFen, enrolmentId }: Order) => {
    if (state === 'UNPAID' || state === 'FAILED') return <Button loading={paying.busy} onPress={paying.submit}>{t.pay(feeFen)}</Button>
    if (state === 'UNKNOWN') return <Button kind="secondary" loading={query.isFetching} onPress={again}>{t.ask}</Button>
    return enrolmentId ? <Button onPress={() => go(addressOf({ page: 'certificate', id: enrolmentId }))}>{t.certificate}</Button> : null
  }
  return (
    <Page title={t.title} query={query} notices={useNotices()} onBack={() => back(routes.plans)} footer={action}>
      {({ state, stateZh, nextZh, planNameZh, feeFen, preview, methods }) => (
        <>
          {unsure ? <Notice tone="warn" title={t.unsure} announce="polite">{t.unsureDetail}</Notice> : <Notice tone={tones[state]} title={stateZh} announce="polite">{nextZh}</Notice>}
          {paying.failure ? <Notice tone="warn" title={paying.failure.title} announce="assertive">{paying.failure.textZh}</Notice> : null}
          <Card title={planNameZh} icon="shield">
            <Facts items={[{ label: t.fee, value: t.yuan(feeFen) }, { label: t.firstDay, value: t.date(preview.effectiveOn) }, { label: t.lastDay, value: t.date(preview.endsOn) }, { label: t.benefitsFrom, value: t.fromDay(preview.benefitsFrom) }]} />
          </Card>
          {methods.length > 0 ? <Choice id="method" label={t.method} value={paying.method} onChange={paying.choose} error={paying.missing ? t.methodMissing : undefined} options={methods.map(({ method: value, labelZh }) => ({ value, label: labelZh }))} /> : null}
        </>
      )}
    </Page>
  )
}
