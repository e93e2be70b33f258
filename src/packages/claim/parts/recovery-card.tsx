import type { Claim } from '@/contract/schemas/claim'
import { Button, Card, Choice, Facts, Notice, TextArea } from '@/ui'
import { afterTexts } from '../after-texts'
import { useRecovery } from '../model/afterwards'

const t = afterTexts.recovery
const choices = [{ value: 'REPAY', label: t.repay, detail: t.repayDetail }, { value: 'OFFSET', label: t.offset, detail: t.offsetDetail }] as const

/** What is to come back and why; while it is open, how, and what is to be said against it. */
export function RecoveryCard({ claim }: { claim: Claim }) {
  const form = useRecovery(claim)
  if (!claim.recovery) return null
  const { amountFen, reasonZh, dueOn, choiceZh, howZh, objectionZh, settled } = claim.recovery
  return (
    <Card title={settled ? t.settledTitle : t.title} icon="warn">
      <Facts
        items={[
          { label: t.amount, value: t.yuan(amountFen) },
          { label: t.reason, value: reasonZh },
          ...(dueOn && !settled ? [{ label: t.due, value: t.day(dueOn) }] : []),
          ...(choiceZh ? [{ label: t.chosen, value: choiceZh }] : []),
          ...(howZh && !settled ? [{ label: t.how, value: howZh }] : []),
          ...(objectionZh ? [{ label: t.objected, value: objectionZh }] : []),
        ]}
      />
      {form.done ? <Notice tone="success" announce="polite">{t.done}</Notice> : null}
      {form.refusedZh ? <Notice tone="warn" announce="assertive">{form.refusedZh}</Notice> : null}
      {claim.actions.includes('answerRecovery') ? (
        <>
          <Choice id="recovery" label={t.choice} required={false} options={choices} value={form.choice} onChange={form.choose} error={form.missing ? t.nothing : undefined} />
          <TextArea id="objection" label={t.objection} hint={t.objectionHint} required={false} maxLength={1000} value={form.objection} onChange={form.write} />
          <Button kind="secondary" loading={form.saving} onPress={form.submit}>{t.submit}</Button>
        </>
      ) : null}
    </Card>
  )
}
