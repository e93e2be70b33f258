import { serverNow } from '@/api/server-time'
import type { Claim } from '@/contract/schemas/claim'
import { cleanWords } from '@/domain/cleaners'
import { compareDates, isLocalDate, localDateOf, toInstant } from '@/domain/dates'
import { texts } from '../texts'
import type { Errors, Reading, StepDefinition, Values } from './step-form'

export type StayField = 'cause' | 'hospital' | 'admittedOn' | 'dischargedOn'
const t = texts.stay

/** Last day that any of the dates can be: today by the server's clock. */
export const today = (): string => localDateOf(toInstant(serverNow()))

export const stayStep: StepDefinition<StayField> = {
  name: 'stay',
  stored: ({ cause, stay }) => ({
    cause,
    hospital: stay?.hospitalZh ?? '',
    admittedOn: stay?.admittedOn ?? '',
    dischargedOn: stay?.dischargedOn ?? '',
  }),
  read,
  offers: ({ hospitalZh, admittedOn, dischargedOn }) => ({ hospital: hospitalZh, admittedOn, dischargedOn }),
  part: ({ cause, stay, accidentOn }: Claim) => [cause, stay, accidentOn],
  pointers: { '/cause': 'cause', '/stay/hospitalZh': 'hospital', '/stay/admittedOn': 'admittedOn', '/stay/dischargedOn': 'dischargedOn', '/accidentOn': 'admittedOn' },
  codes: { CLAIM_NOT_COVERED: 'admittedOn', CLAIM_WINDOW_OVER: 'dischargedOn' },
}

/** Checks what the form can know: filled in, real days, in order. Whether the stay is covered is the server's to say. */
function read(values: Values<StayField>): Reading<StayField> {
  const accident = values.cause === 'ACCIDENT'
  const hospital = cleanWords(values.hospital)
  const errors: Errors<StayField> = {}
  const put = (field: StayField, words: string | null | undefined) => {
    if (words && !errors[field]) errors[field] = words
  }
  put('hospital', hospital === '' ? t.hospitalMissing : hospital.length < 2 ? t.hospitalShort : hospital.length > 60 ? t.hospitalLong : null)
  put('admittedOn', dayProblem(t.admittedOn, values.admittedOn))
  put('dischargedOn', dayProblem(t.dischargedOn, values.dischargedOn))
  if (!errors.admittedOn && !errors.dischargedOn && compareDates(values.dischargedOn, values.admittedOn) < 0) put('dischargedOn', t.dischargeBefore)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return {
    ok: true,
    change: {
      cause: accident ? 'ACCIDENT' : 'ILLNESS',
      stay: { hospitalZh: hospital, admittedOn: values.admittedOn, dischargedOn: values.dischargedOn },
    },
  }
}

export function dayProblem(what: string, day: string): string | null {
  if (day === '') return t.missing(what)
  if (!isLocalDate(day)) return t.wrong(what)
  return compareDates(day, today()) > 0 ? t.future(what) : null
}
