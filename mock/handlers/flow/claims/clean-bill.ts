import type { Invoice, Stay, UpdateClaim } from '@/contract/schemas/claim'
import { cleanLines, cleanSerial, cleanWords } from '@/domain/cleaners'
import { cleanName } from '@/domain/names'
import { Refusal } from '../../../rules/refusal'
import type { SettlementRecord } from '../../../store/entities'

/** What the contract takes as it was written, as it is kept: an invoice is the same one in small letters. */
export const cleanInvoice = ({ code, number }: Invoice): Invoice => ({ code: cleanSerial(code), number: cleanSerial(number) })
const cleanStay = (stay: Stay): Stay => ({ ...stay, hospitalZh: cleanWords(stay.hospitalZh) })

/** Words and numbers of a change to a draft. What is missing stays missing. @throws VALIDATION_FAILED where nothing is left of a hospital */
export function cleanChange(change: UpdateClaim): UpdateClaim {
  const { stay, invoice, accident, diagnosis } = change
  if (stay && cleanWords(stay.hospitalZh).length < 2) throw new Refusal('VALIDATION_FAILED', undefined, { '/stay/hospitalZh': '请填写医院全称。' })
  return {
    ...change,
    ...(stay && { stay: cleanStay(stay) }),
    ...(invoice && { invoice: cleanInvoice(invoice) }),
    ...(accident && { accident: { ...accident, placeZh: cleanWords(accident.placeZh), howZh: cleanLines(accident.howZh) } }),
    ...(diagnosis && { diagnosis: { ...diagnosis, diseaseZh: cleanWords(diagnosis.diseaseZh), hospitalZh: cleanWords(diagnosis.hospitalZh) } }),
  }
}

/** A stay as the medical insurance has written it. */
export const cleanSettlement = (settlement: SettlementRecord): SettlementRecord => ({
  ...settlement,
  stay: cleanStay(settlement.stay),
  invoice: cleanInvoice(settlement.invoice),
  ...(settlement.nameZh !== undefined && { nameZh: cleanName(settlement.nameZh) }),
})
