import { useQuery } from '@tanstack/react-query'
import { giftOffersQuery } from '@/api/gifts'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { planQuery } from '@/api/plans'
import type { Plan } from '@/contract/schemas/member'
import { back, go, useRouteParam } from '@/platform/navigation'
import { addressOf, routes } from '@/routes'
import { useIsMember } from '@/state/guard'
import { Button, ErrorSummary, Notice, Page } from '@/ui'
import { giftOf } from '../../model/catalogue'
import { useOrdering } from '../../model/order'
import { JoinFirst } from '../../parts/join-first'
import { PayChoice } from '../../parts/pay-choice'
import { PlanHead, PlanWords } from '../../parts/plan-words'
import { orderTexts as t, plansTexts } from '../../texts'
import '../../gift.scss'

const PLAN_IDS: readonly Plan['planId'][] = ['P1', 'P2', 'P3', 'P4', 'P5A', 'P5B', 'P6', 'G7']

export default function PlanPage() {
  const asked = useRouteParam('planId')
  const planId = PLAN_IDS.find((id) => id === asked) ?? 'P1'
  const member = useIsMember()
  const query = usePageQuery({ ...planQuery(planId), enabled: member })
  const gift = giftOf(planId, useQuery({ ...giftOffersQuery(), enabled: member }).data?.items)
  const ordering = useOrdering(planId, query.data)
  const notices = useNotices()
  const onBack = () => back(routes.plans)
  const action = ({ canHave, mine, feeFen }: Plan) => {
    if (gift) return <Button icon="gift" onPress={() => go(addressOf({ page: 'gift', id: gift.campaignId }))}>{plansTexts.takeGift}</Button>
    if (!canHave) return null
    return <Button loading={ordering.busy} onPress={ordering.submit}>{ordering.payer === 'UNIT' ? t.order : mine ? t.renew(feeFen) : t.buy(feeFen)}</Button>
  }
  if (!member) return <Page title={plansTexts.title} notices={notices} onBack={onBack}><JoinFirst /></Page>
  return (
    <Page title={plansTexts.title} query={query} notices={notices} onBack={onBack} footer={action}>
      {(plan) => (
        <>
          {ordering.consentMissing ? <Notice tone="warn" title={t.failed} announce="assertive" action={{ label: t.consents, onPress: () => go(routes.consents) }}>{t.consentFirst}</Notice> : ordering.failure ? <Notice tone="warn" title={ordering.failure.title} announce="assertive">{ordering.failure.textZh}</Notice> : null}
          <ErrorSummary problems={ordering.problems} />
          {gift ? <Notice tone="action" title={plansTexts.gifted}>{gift.whyZh}</Notice> : plan.whyNotZh ? <Notice>{plan.whyNotZh}</Notice> : null}
          <PlanHead plan={plan} />
          {plan.canHave && !gift ? <PayChoice plan={plan} ordering={ordering} /> : null}
          <PlanWords plan={plan} />
        </>
      )}
    </Page>
  )
}
