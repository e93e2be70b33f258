import type { Claim } from '@/contract/schemas/claim'
import { formatDateZh } from '@/domain/dates'
import type { Fact } from '@/ui'
import { kindTexts } from '../kind-texts'
import { texts } from '../texts'

const t = kindTexts.event
const none = texts.check.none
const day = (date: string | null | undefined): string => (date ? formatDateZh(date) : none)
const categories = { LIGHT: t.light, SEVERE: t.severe, IN_SITU: t.inSitu, MALIGNANT: t.malignant }
const treatments = { ADMITTED: t.admitted, OUTPATIENT: t.outpatient, NONE: t.none }

/** What happened, as it was answered. */
export function eventFacts({ cause, accidentOn, accident, diagnosis, death, beneficiaryDocument }: Claim): Fact[] {
  if (cause === 'CRITICAL' || cause === 'FEMALE') {
    return [
      { label: t.diagnosedOn, value: day(diagnosis?.diagnosedOn) },
      { label: t.disease, value: diagnosis?.diseaseZh ?? none },
      { label: t.category, value: diagnosis ? categories[diagnosis.category] : none },
      { label: t.hospital, value: diagnosis?.hospitalZh ?? none },
    ]
  }
  if (cause === 'ILLNESS') return []
  const dead = cause === 'DEATH'
  return [
    { label: dead ? t.deathAccidentOn : t.accidentOn, value: day(accidentOn) },
    { label: dead ? t.deathPlace : t.place, value: accident?.placeZh ?? none },
    { label: dead ? t.deathHow : t.how, value: accident?.howZh ?? none },
    ...(accident?.traffic ? [{ label: t.traffic, value: t.trafficYes }] : []),
    ...(dead
      ? [{ label: t.diedOn, value: day(death?.diedOn) }, { label: t.document, value: beneficiaryDocument ? `${beneficiaryDocument.typeZh} ${beneficiaryDocument.numberMasked}` : none }]
      : [{ label: t.treatment, value: accident ? treatments[accident.treatment] : none }, ...(accident?.disabilityGrade ? [{ label: t.grade, value: `${accident.disabilityGrade} 级` }] : [])]),
  ]
}
