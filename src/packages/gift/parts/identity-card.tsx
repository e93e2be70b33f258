import { View } from '@tarojs/components'
import { idDocumentChoice } from '@/domain/id-document'
import { Card, Choice, DateField, Field, kinds } from '@/ui'
import { identityTexts as t } from '../identity-texts'
import { today, type IdentityErrors, type IdentityField, type IdentityForm } from '../model/identity'

const sexes = [{ value: 'FEMALE', label: t.female }, { value: 'MALE', label: t.male }] as const

/** Name and document; birth and sex only where the document's number does not say them. */
export function IdentityCard({ form, errors }: { form: IdentityForm; errors: IdentityErrors }) {
  const field = (id: IdentityField, label: string, hint?: string) => ({ id, label, hint, value: form.value(id), error: errors[id], onChange: form.set(id) })
  return (
    <Card title={t.title} icon="lock">
      <View className="z-small z-stack">{t.why}</View>
      <Field {...field('name', t.name, t.nameHint)} kind={kinds.name} />
      <Choice<string> {...field('idType', t.type)} {...idDocumentChoice} value={form.value('idType') || undefined} />
      <Field {...field('idNumber', t.number)} kind={kinds.idNumber} />
      {form.birthAsked ? <DateField {...field('birthDate', t.birth, t.birthHint)} max={today()} /> : null}
      {form.birthAsked ? <Choice<string> {...field('sex', t.sex)} options={sexes} value={form.value('sex') || undefined} /> : null}
    </Card>
  )
}
