import type { DocumentReading, Prefill } from '@/contract/schemas/reading'
import { formatDateZh } from '@/domain/dates'
import { maskName } from '@/domain/masking'
import { formatFen } from '@/domain/money'
import { nameKey } from '@/domain/names'
import type { Env } from '../../core'
import type { FieldName, PaperFields, Read } from '../../partners/recognition'
import type { ClaimRecord, DocumentRecord, ReadingRecord } from '../../store/entities'
import { readingWords } from '../words/reading-words'

const ORDER: readonly FieldName[] = ['patient', 'hospital', 'admittedOn', 'dischargedOn', 'totalFen', 'pooledFen', 'selfPayFen', 'outOfScopeFen', 'invoiceCode', 'invoiceNumber', 'checkCode', 'issuedOn']

/** What was read from one file, in the order of the form. */
export function readingView(reading: ReadingRecord | undefined): DocumentReading | null {
  if (!reading) return null
  const fields = ORDER.flatMap((field) => {
    const read = reading.fields[field]
    return read ? [{ titleZh: readingWords.fields[field], valueZh: valueZh(field, read.value), sure: read.sure }] : []
  })
  return { state: reading.state, fields, quality: reading.quality ?? null }
}

function valueZh(field: FieldName, value: string | number): string {
  if (typeof value === 'number') return `${formatFen(value)} 元`
  return field.endsWith('On') ? formatDateZh(value) : value
}

/** Where two papers know a value, the paper that it belongs to says it; a bill without the insurance's part knows less than a settlement. */
const FIRST: Readonly<Record<'stay' | 'money' | 'invoice', readonly DocumentRecord['documentType'][]>> = {
  stay: ['DISCHARGE_SUMMARY', 'INSURANCE_SETTLEMENT', 'OFFSITE_SETTLEMENT', 'MEDICAL_INVOICE'],
  money: ['INSURANCE_SETTLEMENT', 'OFFSITE_SETTLEMENT', 'MEDICAL_INVOICE'],
  invoice: ['MEDICAL_INVOICE'],
}

/** What the papers of a draft say together. null: not a draft, or nobody reads. */
export function prefillView(env: Env, claim: ClaimRecord, documents: readonly DocumentRecord[], memberName: string): Prefill | null {
  if (env.recognition === undefined || claim.progress.state !== 'DRAFT') return null
  const read = documents.filter(({ reading, state }) => reading !== undefined && state === 'RECEIVED')
  const strangers = read.filter(({ reading }) => isStranger(reading?.fields, memberName))
  const bills = new Set(read.flatMap(({ documentType, reading }) => (documentType === 'MEDICAL_INVOICE' && reading?.fields.invoiceNumber ? [reading.fields.invoiceNumber.value] : [])))

  const forOther = claim.memberId !== undefined || claim.progress.agentRef !== null
  const whose = forOther ? readingWords.othersName(maskName(memberName)) : readingWords.ownName(memberName)

  const of = <T extends string | number>(group: keyof typeof FIRST, pick: (fields: PaperFields) => Read<T> | undefined): Read<T> | null => {
    const papers = FIRST[group].flatMap((type) => read.filter(({ documentType }) => documentType === type))
    const values = papers.flatMap(({ reading, id }) => {
      const value = reading && pick(reading.fields)
      return value ? [{ ...value, sure: value.sure && !strangers.some((stranger) => stranger.id === id) }] : []
    })
    const [first] = values
    if (!first) return null
    // A sure one is better than the paper's rank; two sure ones that differ are a question for the member.
    const sure = values.filter((value) => value.sure)
    const best = sure[0] ?? first
    return { value: best.value, sure: best.sure && sure.every(({ value }) => value === best.value) && !(bills.size > 1 && group !== 'stay') }
  }
  return {
    reading: read.some(({ reading }) => reading?.state === 'PENDING'),
    hospitalZh: of('stay', ({ hospital }) => hospital),
    admittedOn: of('stay', ({ admittedOn }) => admittedOn),
    dischargedOn: of('stay', ({ dischargedOn }) => dischargedOn),
    totalFen: of('money', ({ totalFen }) => totalFen),
    pooledFen: of('money', ({ pooledFen }) => pooledFen),
    inScopeSelfPayFen: of('money', ({ selfPayFen }) => selfPayFen),
    outOfScopeFen: of('money', ({ outOfScopeFen }) => outOfScopeFen),
    invoiceCode: of('invoice', ({ invoiceCode }) => invoiceCode),
    invoiceNumber: of('invoice', ({ invoiceNumber }) => invoiceNumber),
    notesZh: [
      ...strangers.map(({ reading, name }) => readingWords.stranger(name, String(reading?.fields.patient?.value ?? ''), whose)),
      ...(bills.size > 1 ? [readingWords.severalBills(bills.size)] : []),
    ],
  }
}

const isStranger = (fields: PaperFields | undefined, memberName: string): boolean => fields?.patient !== undefined && !couldBe(fields.patient.value, memberName)

/** The reader knows no characters beyond the basic plane: it leaves them out, or takes others for them. The rest of the name has to be the same. */
function couldBe(found: string, name: string): boolean {
  const [read, own] = [[...nameKey(found)], [...nameKey(name)]]
  const isKnown = (character: string): boolean => (character.codePointAt(0) ?? 0) <= 0xffff
  if (read.length === own.length) return own.every((character, i) => !isKnown(character) || read[i] === character)
  return !own.every(isKnown) && read.join('') === own.filter(isKnown).join('')
}
