import type { Claim, Invoice } from '@/contract/schemas/claim'
import type { Prefill } from '@/contract/schemas/reading'
import { differenceFen, formatFen, sumsUp, type BillFigures } from '@/domain/money'
import { cleanSerial } from '@/domain/cleaners'
import { parseYuan } from '@/domain/typed-yuan'
import { texts } from '../texts'
import type { Offers } from './offers'
import type { Errors, Reading, StepDefinition, Values } from './step-form'

export type AmountField = 'total' | 'pooled' | 'selfPay' | 'outOfScope' | 'otherPaid' | 'invoiceCode' | 'invoiceNumber'
const t = texts.amounts

/** As a person would type it: without separators. */
const yuan = (fen: number | undefined): string => (fen === undefined ? '' : formatFen(fen).replace(/,/g, ''))

export const amountsStep: StepDefinition<AmountField> = {
  name: 'amounts',
  stored: ({ amounts, invoice }) => ({
    total: yuan(amounts?.totalFen),
    pooled: yuan(amounts?.pooledFen),
    selfPay: yuan(amounts?.inScopeSelfPayFen),
    outOfScope: yuan(amounts?.outOfScopeFen),
    otherPaid: amounts?.otherPaidFen ? yuan(amounts.otherPaidFen) : '',
    invoiceCode: invoice?.code ?? '',
    invoiceNumber: invoice?.number ?? '',
  }),
  read,
  offers,
  part: ({ amounts, invoice }: Claim) => [amounts, invoice],
  pointers: {
    '/amounts/totalFen': 'total', '/amounts/pooledFen': 'pooled', '/amounts/inScopeSelfPayFen': 'selfPay', '/amounts/outOfScopeFen': 'outOfScope', '/amounts/otherPaidFen': 'otherPaid',
    '/amounts': 'total', '/invoice': 'invoiceNumber', '/invoice/code': 'invoiceCode', '/invoice/number': 'invoiceNumber',
  },
  codes: { AMOUNTS_MISMATCH: 'total', DUPLICATE_INVOICE: 'invoiceNumber' },
}

const money = (read: Prefill['totalFen']) => read && { value: yuan(read.value), sure: read.sure }

/** A code without its number would only be refused. */
function offers({ totalFen, pooledFen, inScopeSelfPayFen, outOfScopeFen, invoiceCode, invoiceNumber }: Prefill): Offers<AmountField> {
  const invoice = invoiceCode && invoiceNumber ? { invoiceCode, invoiceNumber } : {}
  return { total: money(totalFen), pooled: money(pooledFen), selfPay: money(inScopeSelfPayFen), outOfScope: money(outOfScopeFen), ...invoice }
}

const MONEY = ['total', 'pooled', 'selfPay', 'outOfScope'] as const

/** The four figures, or undefined as long as one of them cannot be read. */
function figuresOf(values: Values<AmountField>): BillFigures | undefined {
  const [total, pooled, selfPay, outOfScope] = MONEY.map((field) => parseYuan(values[field]))
  if (!total?.ok || !pooled?.ok || !selfPay?.ok || !outOfScope?.ok) return undefined
  return { totalFen: total.fen, pooledFen: pooled.fen, inScopeSelfPayFen: selfPay.fen, outOfScopeFen: outOfScope.fen }
}

const differenceZh = (bill: BillFigures): string => t.differs(bill.totalFen - differenceFen(bill), differenceFen(bill))

/** A help while typing: whether the parts make the total. Null as long as something is missing. */
export function sumHelp(values: Values<AmountField>): { fits: boolean; wordsZh: string } | null {
  const bill = figuresOf(values)
  if (!bill || bill.totalFen === 0) return null
  return sumsUp(bill) ? { fits: true, wordsZh: t.adds } : { fits: false, wordsZh: differenceZh(bill) }
}

function read(values: Values<AmountField>): Reading<AmountField> {
  const errors: Errors<AmountField> = {}
  for (const field of MONEY) {
    const parsed = parseYuan(values[field])
    if (!parsed.ok) errors[field] = parsed.messageZh
  }
  const otherPaid = values.otherPaid.trim() === '' ? { ok: true as const, fen: 0 } : parseYuan(values.otherPaid)
  if (!otherPaid.ok) errors.otherPaid = otherPaid.messageZh
  const bill = figuresOf(values)
  if (bill && !sumsUp(bill)) errors.total = differenceZh(bill)
  const invoice = invoiceOf(values, errors)
  if (Object.keys(errors).length > 0 || !bill || !otherPaid.ok) return { ok: false, errors }
  return { ok: true, change: { amounts: { ...bill, otherPaidFen: otherPaid.fen }, ...(invoice && { invoice }) } }
}

/** Code and number go together; both may wait, the server says when they are needed. */
function invoiceOf(values: Values<AmountField>, errors: Errors<AmountField>): Invoice | undefined {
  const [code, number] = [cleanSerial(values.invoiceCode), cleanSerial(values.invoiceNumber)]
  if (code === '' && number === '') return undefined
  const check = (field: 'invoiceCode' | 'invoiceNumber', label: string, text: string) => {
    if (text === '') errors[field] = t.invoiceOther(label)
    else if (!/^[0-9A-Z]{6,20}$/.test(text)) errors[field] = t.invoiceFormat(label)
  }
  check('invoiceCode', t.invoiceCode, code)
  check('invoiceNumber', t.invoiceNumber, number)
  return { code, number }
}
