import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { View } from '@tarojs/components'
import { giftOffersQuery } from '@/api/gifts'
import { coveragesQuery } from '@/api/me'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { plansQuery } from '@/api/plans'
import { back, useRouteParam } from '@/platform/navigation'
import { routes } from '@/routes'
import { useIsMember } from '@/state/guard'
import { aria, Card, Field, kinds, Page, pressRadio, Said } from '@/ui'
import { CASES, found, giftOf, type Case } from '../../model/catalogue'
import { JoinFirst } from '../../parts/join-first'
import { PlanCard } from '../../parts/plan-card'
import { PlanStack } from '../../parts/plan-stack'
import { plansTexts as t } from '../../texts'
import '../../gift.scss'

export default function PlanListPage() {
  const member = useIsMember()
  const plans = usePageQuery({ ...plansQuery(), enabled: member })
  const covers = useQuery({ ...coveragesQuery(), enabled: member }).data?.items ?? []
  const offers = useQuery({ ...giftOffersQuery(), enabled: member }).data?.items
  const asked = useRouteParam('what')
  const [what, setWhat] = useState<Case | null>(CASES.find((name) => name === asked) ?? null)
  const [words, setWords] = useState('')
  const notices = useNotices()
  const onBack = () => back(routes.gifts)
  if (!member) return <Page title={t.title} notices={notices} onBack={onBack}><JoinFirst /></Page>
  return (
    <Page title={t.title} subtitle={t.subtitle} query={plans} notices={notices} onBack={onBack}>
      {({ items }) => {
        const fitting = found(items, what, words)
        const group = (title: string, mine: boolean) => {
          const some = fitting.filter((plan) => plan.mine === mine)
          if (some.length === 0) return null
          return (
            <>
              <View className="z-strong z-stack" {...aria({ role: 'heading', level: 2 })}>{title}</View>
              {some.map((plan) => <PlanCard key={plan.planId} plan={plan} gift={giftOf(plan.planId, offers)} cover={mine ? covers.find(({ planId, status }) => planId === plan.planId && status !== 'ENDED') : undefined} />)}
            </>
          )
        }
        return (
          <>
            <Card>
              <Field id="words" label={t.search} hint={t.searchHint} required={false} kind={kinds.words} value={words} onChange={setWords} />
              <View className="gift-chips" {...aria({ role: 'radiogroup', label: t.filter })}>
                {[null, ...CASES].map((name) => (
                  <View key={name ?? 'all'} className={`gift-chip${name === what ? ' gift-chip--on' : ''}`} {...aria({ role: 'radio', checked: name === what })} {...pressRadio(() => setWhat(name), name === what)}>{name ?? t.all}</View>
                ))}
              </View>
            </Card>
            {fitting.length === 0 ? <Said className="z-center z-stack">{t.none}</Said> : null}
            {group(t.mine, true)}
            {group(t.others, false)}
            <PlanStack plans={items} />
          </>
        )
      }}
    </Page>
  )
}
