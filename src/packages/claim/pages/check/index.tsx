import { useNotices } from '@/api/notices'
import { Button, Page } from '@/ui'
import { canEdit } from '../../model/addresses'
import { useClaimPage } from '../../model/claim-page'
import { useReading } from '../../model/reading'
import { useSubmit } from '../../model/submit'
import { Answers } from '../../parts/answers'
import { ConsentAsks } from '../../parts/consent-asks'
import { DraftOnly } from '../../parts/draft-only'
import { EstimateCard } from '../../parts/estimate-card'
import { FormProblems } from '../../parts/form-problems'
import { ReadingNotices } from '../../parts/reading-notices'
import { SignatureCard } from '../../parts/signature-card'
import { StillMissing } from '../../parts/still-missing'
import { texts } from '../../texts'

const t = texts.check

export default function CheckPage() {
  const { query, leave } = useClaimPage()
  const submit = useSubmit(query.data)
  useReading(query.data)
  return (
    <Page
      title={t.title}
      subtitle={t.intro}
      query={query}
      notices={useNotices('claimDraft')}
      onBack={leave}
      footer={(claim) => (canEdit(claim) ? <Button loading={submit.saving} onPress={submit.submit}>{t.submit}</Button> : null)}
    >
      {(claim) => (
        <DraftOnly claim={claim} part="check">
          <FormProblems problems={submit.problems} refusedZh={submit.refusedZh} />
          <ReadingNotices claim={claim} where="check" />
          <StillMissing claimId={claim.claimId} submit={submit} />
          <Answers claim={claim} files={submit.papers.files} />
          {claim.estimate ? <EstimateCard calculation={claim.estimate} /> : null}
          <ConsentAsks consent={submit.consent} problems={submit.problems} />
          <SignatureCard submit={submit} />
        </DraftOnly>
      )}
    </Page>
  )
}
