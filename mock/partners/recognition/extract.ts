import { sameName } from '@/domain/names'
import { piecesOf, type Pieces, type Value } from './pieces'
import { readQr } from './qr'
import { tie, type Tie } from './tie'
import type { FieldName, PageText, PaperFields, Read } from './types'
import { capitalOf, datesIn, hospitalOf, looseMoneyOf, moneyOf, nameOf, plain } from './values'
import type { LabelField } from './labels'

/** Below it a character may be another one. */
const CERTAIN = 0.9

interface Found<T> extends Read<T> {
  /** Both readings say the same, clearly tied, and every character is certain. `sure` begins as this. */
  value: T
}

/**
 * The values of a bill, a settlement sheet or a discharge note from the text on its pages: those of the first page, and what only a further
 * one says. Where a further page says something else the first is kept, and is not sure: it may be another paper.
 * @param member name of the member, to be compared with the patient's
 */
export function extract({ more = [], ...first }: PageText, member: string): PaperFields {
  return more.reduce((fields, page) => together(fields, extractPage(page, member)), extractPage(first, member))
}

function together(fields: PaperFields, further: PaperFields): PaperFields {
  const said = new Map<string, unknown>(Object.entries(further).map(([field, { value }]) => [field, value]))
  const agrees = (field: string, value: unknown): boolean => !said.has(field) || said.get(field) === value
  return { ...further, ...Object.fromEntries(Object.entries(fields).map(([field, read]) => [field, agrees(field, read.value) ? read : { ...read, sure: false }])) }
}

/**
 * The values on one page. Sure is only what two readings agree
 * on and something else confirms: the sum, the amount in words, the QR code, the member's own name.
 */
function extractPage(page: PageText, member: string): PaperFields {
  const pieces = piecesOf(page)
  const ties = tie(pieces)
  const fields: PaperFields = {}
  const one = <T>(field: LabelField, parse: (text: string) => T | null): Found<T> | undefined => agreed(ties.filter((found) => found.field === field), parse)

  const code = one('invoiceCode', codeOf(/^[0-9]{8,12}$/))
  const number = one('invoiceNumber', codeOf(/^[0-9]{8,20}$/))
  const check = one('checkCode', codeOf(/^[0-9A-Za-z]{6,20}$/))
  put(fields, 'invoiceCode', code)
  put(fields, 'invoiceNumber', number)
  put(fields, 'checkCode', check)
  // Other papers have days of their own kind: only on a bill a mere 日期 is that of the bill.
  if (code || number) put(fields, 'issuedOn', one('issuedOn', onlyDate))
  putStay(fields, one)
  putMoney(fields, one)
  put(fields, 'hospital', one('hospital', hospitalOf) ?? titleHospital(page, pieces))
  const patient = one('patient', nameOf)
  put(fields, 'patient', patient && { value: patient.value, sure: sameName(patient.value, member) })
  for (const text of page.codes) confirm(fields, readQr(text))
  return page.legible ? fields : unsure(fields)
}

function put<K extends FieldName>(fields: PaperFields, field: K, read: PaperFields[K]): void {
  if (read) fields[field] = read
}

const unsure = (fields: PaperFields): PaperFields => Object.fromEntries(Object.entries(fields).map(([field, read]) => [field, { ...read, sure: false }]))

/** The value of all ties to names of one field; several different ones: the first, and not sure. */
function agreed<T>(ties: readonly Tie[], parse: (text: string) => T | null): Found<T> | undefined {
  const reads = ties.flatMap(({ value, clear }) => {
    const first = parse(value.text)
    return first === null ? [] : [{ value: first, sure: clear && value.least >= CERTAIN && value.again !== null && same(parse(value.again), first) }]
  })
  const [first] = reads
  if (!first) return undefined
  const alike = reads.every(({ value }) => same(value, first.value))
  return { value: first.value, sure: alike && reads.some(({ sure }) => sure) }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Letters stay as they are printed: the QR code has a check code in small ones. */
const codeOf = (shape: RegExp) => (text: string): string | null => {
  const word = /^[\s:.]*([0-9A-Za-z]+)/.exec(plain(text))?.[1]
  return word !== undefined && shape.test(word) ? word : null
}
const onlyDate = (text: string): string | null => datesIn(text)[0] ?? null

type One = <T>(field: LabelField, parse: (text: string) => T | null) => Found<T> | undefined

function putStay(fields: PaperFields, one: One): void {
  const period = one('period', (text) => {
    const [from, to] = datesIn(text)
    return from !== undefined && to !== undefined ? [from, to] : null
  })
  const from = one('admittedOn', onlyDate) ?? (period && { value: period.value[0] ?? '', sure: period.sure })
  const to = one('dischargedOn', onlyDate) ?? (period && { value: period.value[1] ?? '', sure: period.sure })
  const days = one('days', (text) => Number(/\d{1,3}/.exec(text)?.[0] ?? NaN))
  const stayed = from && to ? dayNumber(to.value) - dayNumber(from.value) : null
  // Days of a stay are counted with or without the last one.
  const possible = stayed === null || (stayed >= 0 && stayed < 366 && (days === undefined || days.value === stayed || days.value === stayed + 1 || (stayed === 0 && days.value === 1)))
  put(fields, 'admittedOn', from && { ...from, sure: from.sure && possible })
  put(fields, 'dischargedOn', to && { ...to, sure: to.sure && possible })
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Parts are sure where they make the total; the total also by its amount in words. */
function putMoney(fields: PaperFields, one: One): void {
  const money = (text: string): number | null => moneyOf(text) ?? looseMoneyOf(text)
  const [total, pooled, selfPay, outOfScope, extra] = (['totalFen', 'pooledFen', 'selfPayFen', 'outOfScopeFen', 'extraFen'] as const).map((field) => one(field, money))
  const capital = one('capital', capitalOf)
  const sum = pooled && selfPay && outOfScope ? pooled.value + selfPay.value + outOfScope.value + (extra?.value ?? 0) : null
  const adds = total !== undefined && sum === total.value && total.value > 0
  const spelled = total !== undefined && capital?.value === total.value
  const denied = total !== undefined && capital !== undefined && capital.sure && capital.value !== total.value
  const all = [total, pooled, selfPay, outOfScope].every((read) => read?.sure)
  put(fields, 'totalFen', total && { value: total.value, sure: total.sure && !denied && (spelled || adds) && (sum === null || adds) })
  for (const [field, read] of [['pooledFen', pooled], ['selfPayFen', selfPay], ['outOfScopeFen', outOfScope]] as const) {
    put(fields, field, read && { value: read.value, sure: adds && all && !denied })
  }
  // 医保已付 is all that the insurance paid, also what has a name of its own. Added by us, so looked at by the member.
  if (fields.pooledFen && adds && extra && extra.value > 0) fields.pooledFen = { value: fields.pooledFen.value + extra.value, sure: false }
}

/** Discharge notes have the hospital as their headline. */
function titleHospital({ height }: PageText, { values }: Pieces): Found<string> | undefined {
  const heads = values.filter(({ y }) => y < height * 0.3).sort((p, q) => p.y - q.y)
  for (const head of heads) {
    const name = hospitalOf(head.text)
    if (name !== null) return { value: name, sure: certain(head, name) }
  }
  return undefined
}

const certain = ({ least, again }: Value, name: string): boolean => least >= CERTAIN && again !== null && hospitalOf(again) === name

/** What the QR code says counts: it carries its own checksum. Print that says something else makes both doubtful. */
function confirm(fields: PaperFields, qr: Partial<PaperFields>): void {
  for (const [field, read] of Object.entries(qr)) {
    const printed = fields[field as FieldName]
    const doubt = printed !== undefined && printed.sure && printed.value !== read.value
    Object.assign(fields, { [field]: { value: read.value, sure: !doubt } })
  }
}
