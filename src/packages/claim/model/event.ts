import type { Claim, UpdateClaim } from '@/contract/schemas/claim'
import type { IdDocument } from '@/contract/schemas/identity'
import { cleanGrade, cleanIdNumber, cleanLines, cleanWords } from '@/domain/cleaners'
import { compareDates } from '@/domain/dates'
import { checkIdDocument, idDocumentType } from '@/domain/id-document'
import { kindTexts } from '../kind-texts'
import { dayProblem, today } from './stay'
import type { Errors, Reading, StepDefinition, Values } from './step-form'

export type EventField = 'kind' | 'accidentOn' | 'place' | 'how' | 'traffic' | 'treatment' | 'disability' | 'grade' | 'diagnosedOn' | 'category' | 'disease' | 'hospital' | 'diedOn' | 'idType' | 'idNumber'
const t = kindTexts.event

/** What happened, for the kinds that have more to it than a stay: an accident, a diagnosis, a death. Only the fields of the kind are shown and sent. */
export const eventStep: StepDefinition<EventField> = {
  name: 'event',
  stored: ({ cause, accidentOn, accident, diagnosis, death, beneficiaryDocument }) => ({
    kind: cause,
    accidentOn: accidentOn ?? '',
    place: accident?.placeZh ?? '',
    how: accident?.howZh ?? '',
    traffic: accident ? yesNo(accident.traffic) : '',
    treatment: accident?.treatment ?? '',
    disability: accident ? yesNo(accident.disabilityGrade !== null) : '',
    grade: accident?.disabilityGrade ? String(accident.disabilityGrade) : '',
    diagnosedOn: diagnosis?.diagnosedOn ?? '',
    category: diagnosis?.category ?? '',
    disease: diagnosis?.diseaseZh ?? '',
    hospital: diagnosis?.hospitalZh ?? '',
    diedOn: death?.diedOn ?? '',
    idType: beneficiaryDocument?.idType ?? '',
    idNumber: beneficiaryDocument?.numberMasked ?? '',
  }),
  read,
  part: ({ accidentOn, accident, diagnosis, death, beneficiaryDocument }: Claim) => [accidentOn, accident, diagnosis, death, beneficiaryDocument],
  pointers: {
    '/accidentOn': 'accidentOn', '/accident/placeZh': 'place', '/accident/howZh': 'how', '/accident/disabilityGrade': 'grade', '/diagnosis/diagnosedOn': 'diagnosedOn',
    '/diagnosis/category': 'category', '/diagnosis/diseaseZh': 'disease', '/diagnosis/hospitalZh': 'hospital', '/death/diedOn': 'diedOn', '/death/document/idNumber': 'idNumber', '/stay/admittedOn': 'accidentOn',
  },
  codes: { CLAIM_NOT_COVERED: 'accidentOn', CLAIM_WINDOW_OVER: 'accidentOn' },
}

const yesNo = (yes: boolean): string => (yes ? 'yes' : 'no')

function read(values: Values<EventField>): Reading<EventField> {
  const errors: Errors<EventField> = {}
  const change = values.kind === 'CRITICAL' || values.kind === 'FEMALE' ? diagnosisOf(values, errors) : accidentOf(values, errors)
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, change }
}

function diagnosisOf(values: Values<EventField>, errors: Errors<EventField>): UpdateClaim {
  const words = wordsInto(errors)
  const diseaseZh = words('disease', t.disease, values.disease, 60)
  const hospitalZh = words('hospital', t.hospital, values.hospital, 60)
  day('diagnosedOn', t.diagnosedOn, values, errors)
  const category = (['LIGHT', 'SEVERE', 'IN_SITU', 'MALIGNANT'] as const).find((one) => one === values.category)
  if (!category) errors.category = t.choose(t.category)
  return { diagnosis: { diseaseZh, hospitalZh, diagnosedOn: values.diagnosedOn, category: category ?? 'LIGHT' } }
}

function accidentOf(values: Values<EventField>, errors: Errors<EventField>): UpdateClaim {
  const death = values.kind === 'DEATH'
  const words = wordsInto(errors)
  day('accidentOn', death ? t.deathAccidentOn : t.accidentOn, values, errors)
  const placeZh = words('place', death ? t.deathPlace : t.place, values.place, 60)
  const howZh = words('how', death ? t.deathHow : t.how, values.how, 500)
  if (values.traffic === '') errors.traffic = t.choose(t.traffic)
  const accident = { placeZh, howZh, traffic: values.traffic === 'yes' }
  if (death) {
    day('diedOn', t.diedOn, values, errors)
    if (!errors.diedOn && !errors.accidentOn && compareDates(values.diedOn, values.accidentOn) < 0) errors.diedOn = t.diedBefore
    const document = documentOf(values, errors)
    return { accidentOn: values.accidentOn, accident: { ...accident, treatment: 'NONE', disabilityGrade: null }, death: { diedOn: values.diedOn, ...(document && { document }) } }
  }
  const treatment = (['ADMITTED', 'OUTPATIENT', 'NONE'] as const).find((one) => one === values.treatment)
  if (!treatment) errors.treatment = t.choose(t.treatment)
  return { accidentOn: values.accidentOn, accident: { ...accident, treatment: treatment ?? 'ADMITTED', disabilityGrade: gradeOf(values, errors) } }
}

/** Another document than the known one: a number with stars is the one that the server has, and is left as it is. */
function documentOf({ idType, idNumber }: Values<EventField>, errors: Errors<EventField>): IdDocument | null {
  const type = idDocumentType(idType)
  if (!type) errors.idType = t.choose(t.idType)
  else if (idNumber.trim() === '') errors.idNumber = t.missing(t.idNumber)
  if (!type || idNumber.includes('*')) return null
  const check = checkIdDocument(type, idNumber, today())
  if (!check.ok) errors.idNumber ??= check.messageZh
  return { idType: type, idNumber: cleanIdNumber(idNumber) }
}

function gradeOf({ treatment, disability, grade }: Values<EventField>, errors: Errors<EventField>): number | null {
  if (disability === '' && treatment !== 'NONE') errors.disability = t.choose(t.disability)
  if (treatment === 'NONE' && disability !== 'yes') errors.disability = t.gradeNeeded
  if (disability !== 'yes') return null
  const typed = cleanGrade(grade)
  if (!/^([1-9]|10)$/.test(typed)) errors.grade = t.gradeWrong
  return Number(typed) || null
}

const wordsInto =
  (errors: Errors<EventField>) =>
  (field: EventField, label: string, typed: string, most: number): string => {
    const text = field === 'how' ? cleanLines(typed) : cleanWords(typed)
    if (text === '') errors[field] = t.missing(label)
    else if (text.length > most) errors[field] = t.long(label, most)
    return text
  }

function day(field: 'accidentOn' | 'diagnosedOn' | 'diedOn', label: string, values: Values<EventField>, errors: Errors<EventField>): void {
  const problem = dayProblem(label, values[field])
  if (problem) errors[field] = problem
}

/** The field that the deciding day stands in, so that one chosen at the start is there already. */
export const dayField = (kind: Claim['cause']): { form: 'event' | 'stay'; field: string } => {
  if (kind === 'ILLNESS') return { form: 'stay', field: 'admittedOn' }
  return { form: 'event', field: kind === 'CRITICAL' || kind === 'FEMALE' ? 'diagnosedOn' : 'accidentOn' }
}
