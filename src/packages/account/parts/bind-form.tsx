import type { ConsentAsk } from '@/api/consent-ask'
import { Card, ConsentItem, ErrorSummary, Field, kinds, Notice } from '@/ui'
import { cleanCardNumber, groupedCardNumber } from '@/domain/cleaners'
import { C5, NUMBER, type BindForm as Form } from '../model/bind-card'
import type { CardPhotoReader } from '../model/card-photo'
import { bankTexts as t } from '../texts'
import { CardPhoto } from './card-photo'

const errorAt = ({ problems }: Form, id: string): string | undefined => problems.find(({ fieldId }) => fieldId === id)?.message

/** The number as it stands on the card, and C5 where it is missing. */
export function BindForm({ form, ask, title, photo }: { form: Form; ask: ConsentAsk | null; title: string; photo: CardPhotoReader | null }) {
  const fromPhoto = photo?.readNumber && cleanCardNumber(form.typed) === photo.readNumber
  return (
    <>
      <ErrorSummary problems={form.problems} />
      {form.failedZh ? <Notice tone="warn" announce="assertive">{form.failedZh}</Notice> : null}
      <Card title={title}>
        <Field id={NUMBER} label={t.number} hint={t.numberHint} kind={kinds.cardNumber} value={form.typed} onChange={form.type} onConfirm={form.submit} error={errorAt(form, NUMBER)} mark={fromPhoto ? { text: t.photoRead, ask: true } : undefined} />
        {photo ? <CardPhoto photo={photo} /> : null}
        {form.confirming ? <Notice tone="action" title={t.confirmTitle}>{t.readBack(groupedCardNumber(form.typed))}</Notice> : null}
      </Card>
      {ask?.consent ? (
        <ConsentItem id={C5} title={ask.consent.titleZh} paragraphs={ask.consent.textZh} label={t.c5Label} extra={t.c5Need} checked={ask.checked} onChange={ask.check} error={ask.error ?? errorAt(form, C5)} />
      ) : null}
    </>
  )
}
