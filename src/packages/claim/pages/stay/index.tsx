import { useNotices } from '@/api/notices'
import { Button, Page } from '@/ui'
import { canEdit } from '../../model/addresses'
import { useClaimPage } from '../../model/claim-page'
import { stayStep } from '../../model/stay'
import { useStepForm } from '../../model/step-form'
import { DraftOnly } from '../../parts/draft-only'
import { FormProblems } from '../../parts/form-problems'
import { StayFields } from '../../parts/stay-fields'
import { texts } from '../../texts'

export default function StayPage() {
  const { fromCheck, query, leave } = useClaimPage()
  const form = useStepForm(query.data, fromCheck, stayStep)
  return (
    <Page
      title={texts.stay.title}
      query={query}
      notices={useNotices('claimDraft')}
      onBack={leave}
      footer={(claim) => (canEdit(claim) ? <Button loading={form.saving} onPress={form.submit}>{fromCheck ? texts.saveAndReturn : texts.next}</Button> : null)}
    >
      {(claim) => (
        <DraftOnly claim={claim} step={1}>
          <FormProblems problems={form.problems} refusedZh={form.refusedZh} />
          <StayFields form={form} withCause={fromCheck} />
        </DraftOnly>
      )}
    </Page>
  )
}
