import { useNotices } from '@/api/notices'
import { Card, Notice, Page, Timeline, timelineOf } from '@/ui'
import { useAnswers } from '../../model/answers'
import { useClaimPage } from '../../model/claim-page'
import { useClaimExits } from '../../model/detail'
import { AppealCard } from '../../parts/appeal-card'
import { AutoCard, OtherAnswers } from '../../parts/auto-card'
import { ClaimLinks, ClaimOut, nextAct } from '../../parts/claim-links'
import { ClaimPapers } from '../../parts/claim-papers'
import { ClaimStatus } from '../../parts/claim-status'
import { EstimateCard } from '../../parts/estimate-card'
import { Evidence } from '../../parts/evidence'
import { Letters } from '../../parts/letters'
import { FeedbackCard } from '../../parts/feedback-card'
import { RecoveryCard } from '../../parts/recovery-card'
import { texts } from '../../texts'

const t = texts.detail

export default function DetailPage() {
  const { query, leave } = useClaimPage()
  const exits = useClaimExits(query.data, query.refetch)
  const answers = useAnswers(query.data)
  const doneZh = answers.doneZh ?? exits.doneZh
  const refusedZh = answers.refusedZh ?? exits.refusedZh
  return (
    <Page
      title={t.title}
      query={query}
      onBack={leave}
      notices={useNotices('claimDetail')}
      footer={(claim) => nextAct(claim, answers)}
    >
      {(claim) => (
        <>
          {doneZh ? <Notice tone="success" title={doneZh} announce="polite" /> : null}
          {refusedZh ? <Notice tone="warn" announce="assertive">{refusedZh}</Notice> : null}
          <ClaimStatus claim={claim} />
          {claim.auto ? <AutoCard claim={claim} auto={claim.auto} answers={answers} /> : null}
          {claim.appeal ? <AppealCard appeal={claim.appeal} /> : null}
          {claim.recovery ? <RecoveryCard claim={claim} /> : null}
          <ClaimLinks claim={claim} />
          {claim.decision ? <EstimateCard calculation={claim.decision} decided byData={claim.auto !== null} /> : null}
          {!claim.decision && claim.estimate ? <EstimateCard calculation={claim.estimate} /> : null}
          <OtherAnswers claim={claim} answers={answers} />
          {claim.actions.includes('addPapers') ? <Evidence claim={claim} /> : null}
          <Card title={t.timeline} icon="progress"><Timeline label={t.timeline} items={timelineOf(claim.timeline)} /></Card>
          <Letters claim={claim} />
          <ClaimPapers claim={claim} />
          <FeedbackCard claim={claim} />
          <ClaimOut claim={claim} exits={exits} />
        </>
      )}
    </Page>
  )
}
