import { useState } from 'react'
import type { ConsentAsk } from '@/api/consent-ask'
import { idDocumentOptions, idDocumentZh } from '@/domain/id-document'
import { Button, Card, Choice, ConsentItem, DateField, ErrorSummary, Field, Notice } from '@/ui'
import { agentTexts as t } from '../agent-texts'
import type { AgentField, GrantAgent } from '../model/grant-agent'

const relations = [{ value: 'FAMILY', label: t.family }, { value: 'UNION', label: t.union }] as const

const usual = { value: 'MAINLAND_ID', label: idDocumentZh.MAINLAND_ID }

/** Who may file for me, and until when. */
export function AgentForm({ form, untilMax }: { form: GrantAgent; untilMax: string }) {
  const field = (id: AgentField, label: string, hint?: string) => ({ id, label, hint, value: form.value(id), error: form.errors[id], onChange: form.set(id) })
  const [all, setAll] = useState(false)
  // Most have the card: the other five kinds come when they are asked for, or when one of them is chosen already.
  const chosen = form.value('idType')
  const kinds = all || (chosen !== '' && chosen !== usual.value) ? idDocumentOptions : [usual]
  return (
    <>
      <ErrorSummary problems={form.problems} />
      {form.failedZh ? <Notice tone="warn" announce="assertive">{form.failedZh}</Notice> : null}
      <Card title={t.formTitle}>
        <Field {...field('agentName', t.name, t.nameHint)} maxLength={120} autoComplete="off" />
        <Field {...field('agentPhone', t.agentPhone, t.agentPhoneHint)} keyboard="number" maxLength={11} autoComplete="off" />
        <Choice<string> {...field('relation', t.relation)} options={relations} value={form.value('relation') || undefined} />
        <Choice<string> {...field('idType', t.idType)} options={kinds} value={chosen || undefined} />
        {kinds.length === 1 ? <Button kind="text" inline onPress={() => setAll(true)}>{t.otherKinds}</Button> : null}
        <Field {...field('idNumber', t.idNumber)} maxLength={40} autoComplete="off" />
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
