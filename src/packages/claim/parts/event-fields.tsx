import type { Claim } from '@/contract/schemas/claim'
import { idDocumentChoice } from '@/domain/id-document'
import { Card, Choice, DateField, Field, kinds, TextArea } from '@/ui'
import { kindTexts } from '../kind-texts'
import type { EventField } from '../model/event'
import { today } from '../model/stay'
import type { StepForm } from '../model/step-form'

const t = kindTexts.event
const traffic = [{ value: 'no', label: t.trafficNo }, { value: 'yes', label: t.trafficYes, detail: t.trafficYesDetail }] as const
const treatments = [
  { value: 'ADMITTED', label: t.admitted, detail: t.admittedDetail },
  { value: 'OUTPATIENT', label: t.outpatient, detail: t.outpatientDetail },
  { value: 'NONE', label: t.none, detail: t.noneDetail },
] as const
const disabilities = [{ value: 'no', label: t.disabilityNo }, { value: 'yes', label: t.disabilityYes }] as const
const severities = [{ value: 'SEVERE', label: t.severe, detail: t.severeDetail }, { value: 'LIGHT', label: t.light, detail: t.lightDetail }] as const
const classes = [{ value: 'MALIGNANT', label: t.malignant, detail: t.malignantDetail }, { value: 'IN_SITU', label: t.inSitu, detail: t.inSituDetail }] as const

interface Props { form: StepForm<EventField> }

/** Value of a choice; nothing is chosen beforehand. */
const chosen = <V extends string>(options: readonly { value: V }[], value: string): V | undefined => options.find((option) => option.value === value)?.value
const common = ({ values, errors, set }: StepForm<EventField>) => (id: EventField, label: string, hint?: string) => ({ id, label, hint, error: errors[id], value: values[id], onChange: set(id) })

export function EventFields({ claim, form }: { claim: Claim } & Props) {
  switch (claim.cause) {
    case 'CRITICAL':
    case 'FEMALE':
      return <DiagnosisFields form={form} female={claim.cause === 'FEMALE'} />
    case 'DEATH':
      return <DeathFields form={form} />
    case 'ACCIDENT':
    case 'ILLNESS':
      return <AccidentFields form={form} />
    default:
      return claim.cause satisfies never
  }
}

function DiagnosisFields({ form, female }: Props & { female: boolean }) {
  const field = common(form)
  const options = female ? classes : severities
  return (
    <Card>
      <DateField {...field('diagnosedOn', t.diagnosedOn, t.diagnosedHint)} max={today()} />
      <Field {...field('disease', t.disease, t.diseaseHint)} kind={kinds.words} />
      <Choice<string> {...field('category', t.category, t.categoryHint)} options={options} value={chosen<string>(options, form.values.category)} />
      <Field {...field('hospital', t.hospital, t.hospitalHint)} kind={kinds.words} />
    </Card>
  )
}

function AccidentFields({ form }: Props) {
  const { values } = form
  const field = common(form)
  return (
    <>
      <Card>
        <DateField {...field('accidentOn', t.accidentOn)} max={today()} />
        <Field {...field('place', t.place, t.placeHint)} kind={kinds.words} />
        <TextArea {...field('how', t.how, t.howHint)} maxLength={500} />
        <Choice<string> {...field('traffic', t.traffic)} options={traffic} value={chosen<string>(traffic, values.traffic)} />
      </Card>
      <Card>
        <Choice<string> {...field('treatment', t.treatment)} options={treatments} value={chosen<string>(treatments, values.treatment)} />
        <Choice<string> {...field('disability', t.disability)} options={disabilities} value={chosen<string>(disabilities, values.disability)} />
        {values.disability === 'yes' ? <Field {...field('grade', t.grade, t.gradeHint)} kind={kinds.grade} suffix="级" /> : null}
      </Card>
    </>
  )
}

function DeathFields({ form }: Props) {
  const field = common(form)
  // The number of the known document is of no use with another kind.
  const chooseType = (type: string): void => {
    if (form.values.idNumber.includes('*')) form.set('idNumber')('')
    form.set('idType')(type)
  }
  return (
    <>
      <Card>
        <DateField {...field('accidentOn', t.deathAccidentOn)} max={today()} />
        <Field {...field('place', t.deathPlace, t.placeHint)} kind={kinds.words} />
        <TextArea {...field('how', t.deathHow, t.deathHowHint)} maxLength={500} />
        <Choice<string> {...field('traffic', t.traffic)} options={traffic} value={chosen<string>(traffic, form.values.traffic)} />
        <DateField {...field('diedOn', t.diedOn)} max={today()} />
      </Card>
      <Card title={t.document}>
        <Choice<string> {...field('idType', t.idType)} {...idDocumentChoice} value={form.values.idType || undefined} onChange={chooseType} />
        <Field {...field('idNumber', t.idNumber, t.idNumberHint)} kind={kinds.idNumber} />
      </Card>
    </>
  )
}
