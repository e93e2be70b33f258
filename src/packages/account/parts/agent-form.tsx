import type { ConsentAsk } from '@/api/consent-ask'
import { idDocumentChoice } from '@/domain/id-document'
import { Card, Choice, ConsentItem, DateField, ErrorSummary, Field, kinds, Notice } from '@/ui'
import { agentTexts as t } from '../agent-texts'
import type { AgentField, GrantAgent } from '../model/grant-agent'

const relations = [{ value: 'FAMILY', label: t.family }, { value: 'UNION', label: t.union }] as const

/** Who may file for me, and until when. */
export function AgentForm({ form, untilMax }: { form: GrantAgent; untilMax: string }) {
  const field = (id: AgentField, label: string, hint?: string) => ({ id, label, hint, value: form.value(id), error: form.errors[id], onChange: form.set(id) })
  return (
    <>
      <ErrorSummary problems={form.problems} />
      {form.failedZh ? <Notice tone="warn" announce="assertive">{form.failedZh}</Notice> : null}
      <Card title={t.formTitle}>
        <Field {...field('agentName', t.name, t.nameHint)} kind={kinds.name} autoComplete="off" />
        <Field {...field('agentPhone', t.agentPhone, t.agentPhoneHint)} kind={kinds.phone} autoComplete="off" />
        <Choice<string> {...field('relation', t.relation)} options={relations} value={form.value('relation') || undefined} />
        <Choice<string> {...field('idType', t.idType)} {...idDocumentChoice} value={form.value('idType') || undefined} />
        <Field {...field('idNumber', t.idNumber)} kind={kinds.idNumber} />
        <DateField {...field('until', t.lastDay, t.lastDayHint(untilMax))} max={untilMax} />
      </Card>
      <Agree id="C6" ask={form.c6} label={t.agree} error={form.errors.C6} />
      {form.c3 ? <Agree id="C3" ask={form.c3} label={t.agreeC3} why={t.c3Why} error={form.errors.C3} /> : null}
    </>
  )
}

function Agree({ id, ask, label, why, error }: { id: string; ask: ConsentAsk; label: string; why?: string; error?: string }) {
  if (!ask.consent) return null
  return <ConsentItem id={id} title={ask.consent.titleZh} paragraphs={ask.consent.textZh} label={label} why={why} checked={ask.checked} onChange={ask.check} error={ask.error ?? error} />
}
