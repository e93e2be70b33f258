import { Card, Choice, DateField, Field, kinds } from '@/ui'
import { today, type StayField } from '../model/stay'
import type { StepForm } from '../model/step-form'
import { kindTexts } from '../kind-texts'
import { texts } from '../texts'

const t = texts.stay
const words = { admittedOn: kindTexts.outpatient.from, dischargedOn: kindTexts.outpatient.to }
const causes = [{ value: 'ILLNESS', label: t.illness }, { value: 'ACCIDENT', label: t.accident }] as const

/** The stay in hospital. The cause was chosen at the start; it can be changed when one comes back from 核对. */
export function StayFields({ form, withCause, outpatient = false }: { form: StepForm<StayField>; withCause: boolean; outpatient?: boolean }) {
  const { values, errors, mark, set } = form
  const day = (id: 'admittedOn' | 'dischargedOn') => ({ id, label: outpatient ? words[id] : t[id], value: values[id], error: errors[id], mark: mark(id), onChange: set(id), max: today() })
  return (
    <Card>
      {withCause ? <Choice id="cause" label={t.cause} options={causes} value={values.cause === 'ACCIDENT' ? 'ACCIDENT' : 'ILLNESS'} onChange={set('cause')} error={errors.cause} /> : null}
      <Field id="hospital" label={t.hospital} hint={t.hospitalHint} value={values.hospital} error={errors.hospital} mark={mark('hospital')} kind={kinds.words} onChange={set('hospital')} />
      <DateField {...day('admittedOn')} />
      <DateField {...day('dischargedOn')} />
    </Card>
  )
}
