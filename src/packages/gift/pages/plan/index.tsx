import { useState } from 'react'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { planQuery } from '@/api/plans'
import type { Plan } from '@/contract/schemas/member'
import type { Order } from '@/contract/schemas/event'
import { back, go, useRouteParam } from '@/platform/navigation'
import { routes } from '@/routes'
import { Button, Choice, Notice, Page } from '@/ui'
import { useOrdering } from '../../model/order'
import { PlanHead, PlanWords } from '../../parts/plan-words'
import { orderTexts as t, plansTexts } from '../../texts'
import '../../gift.scss'

const PLAN_IDS: readonly Plan['planId'][] = ['P1', 'P2', 'P3', 'P4', 'P5A', 'P5B', 'P6', 'G7']

export default function PlanPage() {
  const asked = useRouteParam('planId')
  const planId = PLAN_IDS.find((id) => id === asked) ?? 'P1'
  const query = usePageQuery(planQuery(planId))
  const ordering = useOrdering(planId)
  const [payer, setPayer] = useState<Order['payer'] | undefined>()
  const [missing, setMissing] = useState(false)
  const submit = (): void => {
    setMissing(payer === undefined)
    if (payer) ordering.run(payer)
  }
  return (
    <Page title={plansTexts.title} query={query} notices={useNotices()} onBack={() => void back(routes.plans)} footer={({ canHave, mine }) => (canHave ? <Button loading={ordering.busy} onPress={submit}>{mine ? t.renew : t.buy}</Button> : null)}>
      {(plan) => (
        <>
          {ordering.consentMissing ? <Notice tone="warn" title={t.failed} announce="assertive" action={{ label: t.consents, onPress: () => void go(routes.consents) }}>{t.consentFirst}</Notice> : ordering.failedZh ? <Notice tone="warn" title={t.failed} announce="assertive">{ordering.failedZh}</Notice> : null}
          {plan.whyNotZh ? <Notice>{plan.whyNotZh}</Notice> : null}
          <PlanHead plan={plan} />
          <PlanWords plan={plan} />
          {plan.canHave ? (
            <Choice id="payer" label={t.payerTitle} value={payer} onChange={setPayer} error={missing ? t.payerMissing : undefined} options={[{ value: 'SELF', label: t.self, detail: t.yuan(plan.feeFen) }, { value: 'UNIT', label: t.unit, detail: t.unitDetail }]} />
          ) : null}
        </>
      )}
    </Page>
  )
}
