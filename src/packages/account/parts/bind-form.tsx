import type { ConsentAsk } from '@/api/consent-ask'
import { Card, ConsentItem, ErrorSummary, Field, Notice } from '@/ui'
import { C5, NUMBER, type BindForm as Form } from '../model/bind-card'
import { grouped } from '../model/card-number'
import { bankTexts as t } from '../texts'

const errorAt = ({ problems }: Form, id: string): string | undefined => problems.find(({ fieldId }) => fieldId === id)?.message

/** The number as it stands on the card, and C5 where it is missing. */
export function BindForm({ form, ask, title }: { form: Form; ask: ConsentAsk | null; title: string }) {
  return (
    <>
      <ErrorSummary problems={form.problems} />
      {form.failedZh ? <Notice tone="warn" announce="assertive">{form.failedZh}</Notice> : null}
      <Card title={title}>
        <Field id={NUMBER} label={t.number} hint={t.numberHint} keyboard="number" autoComplete="cc-number" maxLength={40} value={form.typed} onChange={form.type} onConfirm={form.submit} error={errorAt(form, NUMBER)} />
        {form.confirming ? <Notice tone="action" title={t.confirmTitle}>{t.readBack(grouped(form.typed))}</Notice> : null}
      </Card>
      {ask?.consent ? (
        <ConsentItem id={C5} title={ask.consent.titleZh} paragraphs={ask.consent.textZh} label={t.c5Label} extra={t.c5Need} checked={ask.checked} onChange={ask.check} error={ask.error ?? errorAt(form, C5)} />
      ) : null}
    </>
  )
}
