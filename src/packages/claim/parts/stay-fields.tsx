import { Card, Choice, DateField, Field } from '@/ui'
import { today, type StayField } from '../model/stay'
import type { StepForm } from '../model/step-form'
import { texts } from '../texts'

const t = texts.stay
const causes = [{ value: 'ILLNESS', label: t.illness }, { value: 'ACCIDENT', label: t.accident }] as const

/** The stay in hospital. The cause was chosen at the start; it can be changed when one comes back from 核对. */
export function StayFields({ form, withCause }: { form: StepForm<StayField>; withCause: boolean }) {
  const { values, errors, set } = form
  const day = (id: 'admittedOn' | 'dischargedOn' | 'accidentOn') => ({ id, label: t[id], value: values[id], error: errors[id], onChange: set(id), max: today() })
  return (
    <Card>
      {withCause ? <Choice id="cause" label={t.cause} options={causes} value={values.cause === 'ACCIDENT' ? 'ACCIDENT' : 'ILLNESS'} onChange={set('cause')} error={errors.cause} /> : null}
      <Field id="hospital" label={t.hospital} hint={t.hospitalHint} value={values.hospital} error={errors.hospital} maxLength={60} onChange={set('hospital')} />
      {values.cause === 'ACCIDENT' ? <DateField {...day('accidentOn')} /> : null}
      <DateField {...day('admittedOn')} />
      <DateField {...day('dischargedOn')} />
    </Card>
  )
}
