import { useNotices } from '@/api/notices'
import { Card, Notice, Page, Timeline } from '@/ui'
import { useClaimPage } from '../../model/claim-page'
import { timelineOf, useClaimExits } from '../../model/detail'
import { ClaimLinks, ClaimOut, NextAct } from '../../parts/claim-links'
import { ClaimPapers } from '../../parts/claim-papers'
import { ClaimStatus } from '../../parts/claim-status'
import { EstimateCard } from '../../parts/estimate-card'
import { texts } from '../../texts'

const t = texts.detail

export default function DetailPage() {
  const { query, leave } = useClaimPage()
  const exits = useClaimExits(query.data, query.refetch)
  return (
    <Page
      title={t.title}
      query={query}
      onBack={leave}
      announce={exits.doneZh}
      notices={useNotices('claimDetail')}
      footer={(claim) => <NextAct claim={claim} />}
    >
      {(claim) => (
        <>
          {exits.refusedZh ? <Notice tone="warn" announce="assertive">{exits.refusedZh}</Notice> : null}
          <ClaimStatus claim={claim} />
          <ClaimLinks claim={claim} />
          {claim.decision ? <EstimateCard calculation={claim.decision} decided /> : null}
          {!claim.decision && claim.estimate ? <EstimateCard calculation={claim.estimate} /> : null}
          <Card title={t.timeline} icon="progress"><Timeline label={t.timeline} items={timelineOf(claim.timeline)} /></Card>
          <ClaimPapers claim={claim} />
          <ClaimOut claim={claim} exits={exits} />
        </>
      )}
    </Page>
  )
}
