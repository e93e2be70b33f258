import { useNotices } from '@/api/notices'
import { Button, Page } from '@/ui'
import { canEdit } from '../../model/addresses'
import { amountsStep } from '../../model/amounts'
import { useClaimPage } from '../../model/claim-page'
import { useReading } from '../../model/reading'
import { useStepForm } from '../../model/step-form'
import { AmountFields } from '../../parts/amount-fields'
import { DraftOnly } from '../../parts/draft-only'
import { EstimateCard } from '../../parts/estimate-card'
import { FormProblems } from '../../parts/form-problems'
import { ReadingNotices } from '../../parts/reading-notices'
import { texts } from '../../texts'

export default function AmountsPage() {
  const { fromCheck, query, leave } = useClaimPage()
  const form = useStepForm(query.data, fromCheck, amountsStep)
  useReading(query.data)
  return (
    <Page
      title={texts.amounts.title}
      subtitle={texts.amounts.intro}
      query={query}
      notices={useNotices('claimDraft')}
      onBack={leave}
      footer={(claim) => (canEdit(claim) ? <Button loading={form.saving} onPress={form.submit}>{fromCheck ? texts.saveAndReturn : texts.next}</Button> : null)}
    >
      {(claim) => (
        <DraftOnly claim={claim} part="amounts">
          <ReadingNotices claim={claim} where="form" />
          <FormProblems problems={form.problems} refusedZh={form.refusedZh} />
          <AmountFields form={form} />
          {claim.estimate ? <EstimateCard calculation={claim.estimate} /> : null}
        </DraftOnly>
      )}
    </Page>
  )
}
