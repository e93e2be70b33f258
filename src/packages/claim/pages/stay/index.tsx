import type { Claim } from '@/contract/schemas/claim'
import { useNotices } from '@/api/notices'
import { Button, Page } from '@/ui'
import { canEdit } from '../../model/addresses'
import { useClaimPage } from '../../model/claim-page'
import { stayStep } from '../../model/stay'
import { useReading } from '../../model/reading'
import { useStepForm } from '../../model/step-form'
import { DraftOnly } from '../../parts/draft-only'
import { FormProblems } from '../../parts/form-problems'
import { StayFields } from '../../parts/stay-fields'
import { kindTexts } from '../../kind-texts'
import { ReadingNotices } from '../../parts/reading-notices'
import { texts } from '../../texts'

const isOutpatient = ({ accident }: Claim): boolean => accident?.treatment === 'OUTPATIENT'

export default function StayPage() {
  const { fromCheck, query, leave } = useClaimPage()
  const form = useStepForm(query.data, fromCheck, stayStep)
  useReading(query.data)
  return (
    <Page
      title={query.data && isOutpatient(query.data) ? kindTexts.outpatient.title : texts.stay.title}
      query={query}
      notices={useNotices('claimDraft')}
      onBack={leave}
      footer={(claim) => (canEdit(claim) ? <Button loading={form.saving} onPress={form.submit}>{fromCheck ? texts.saveAndReturn : texts.next}</Button> : null)}
    >
      {(claim) => (
        <DraftOnly claim={claim} part="stay">
          <ReadingNotices claim={claim} where="form" />
          <FormProblems problems={form.problems} refusedZh={form.refusedZh} />
          <StayFields form={form} withCause={fromCheck && !isOutpatient(claim)} outpatient={isOutpatient(claim)} />
        </DraftOnly>
      )}
    </Page>
  )
}
