import { useNotices } from '@/api/notices'
import { Button, Page } from '@/ui'
import { kindTexts } from '../../kind-texts'
import { canEdit } from '../../model/addresses'
import { useClaimPage } from '../../model/claim-page'
import { eventStep } from '../../model/event'
import { useStepForm } from '../../model/step-form'
import { DraftOnly } from '../../parts/draft-only'
import { EventFields } from '../../parts/event-fields'
import { FormProblems } from '../../parts/form-problems'
import { texts } from '../../texts'

export default function EventPage() {
  const { fromCheck, query, leave } = useClaimPage()
  const form = useStepForm(query.data, fromCheck, eventStep)
  return (
    <Page
      title={kindTexts.event.title}
      query={query}
      notices={useNotices('claimDraft')}
      onBack={leave}
      footer={(claim) => (canEdit(claim) ? <Button loading={form.saving} onPress={form.submit}>{fromCheck ? texts.saveAndReturn : texts.next}</Button> : null)}
    >
      {(claim) => (
        <DraftOnly claim={claim} part="event">
          <FormProblems problems={form.problems} refusedZh={form.refusedZh} />
          <EventFields claim={claim} form={form} />
        </DraftOnly>
      )}
    </Page>
  )
}
