import { View } from '@tarojs/components'
import { principalClaimsQuery, principalsQuery } from '@/api/authorisations'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import type { Principal } from '@/contract/schemas/authorisation'
import { back, go, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { Badge, Button, Card, Cell, Page } from '@/ui'
import { detailAddress } from '../../model/addresses'
import { peopleTexts } from '../../people-texts'

const t = peopleTexts.others

/** Whoever has authorised me, with what I have filed for them. */
export default function OthersPage() {
  const query = usePageQuery(principalsQuery())
  return (
    <Page
      title={t.title}
      query={query}
      notices={useNotices('claims')}
      onBack={() => back(routes.mine)}
      isEmpty={({ items }) => items.length === 0}
      empty={{ icon: 'mine', title: t.none, detail: t.noneDetail }}
    >
      {({ items }) => (
        <>
          <View className="z-small z-stack">{t.intro}</View>
          {items.map((principal) => <PrincipalCard key={principal.authorisationId} principal={principal} />)}
        </>
      )}
    </Page>
  )
}

function PrincipalCard({ principal: { authorisationId, nameMasked, relationZh, until } }: { principal: Principal }) {
  const claims = usePageQuery(principalClaimsQuery(authorisationId)).data?.items ?? []
  return (
    <Card title={nameMasked} icon="mine">
      <View className="z-small">{t.until(relationZh, until)}</View>
      {claims.map(({ claimId, claimNo, titleZh, status }) => (
        <Cell key={claimId} icon="claim" title={titleZh} detail={claimNo} value={<Badge tone={status.tone}>{status.titleZh}</Badge>} onPress={() => go(detailAddress(claimId))} />
      ))}
      {claims.length === 0 ? <View className="z-small z-stack">{t.noClaims}</View> : null}
      <Button kind="secondary" label={t.startFor(nameMasked)} onPress={() => go(withParams(routes.claimStart, { authorisationId }))}>{t.start}</Button>
    </Card>
  )
}
