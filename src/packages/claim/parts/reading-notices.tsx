import type { Claim } from '@/contract/schemas/claim'
import type { Prefill } from '@/contract/schemas/reading'
import { Notice } from '@/ui'
import { readingTexts as t } from '../reading-texts'

const FIELDS = ['hospitalZh', 'admittedOn', 'dischargedOn', 'totalFen', 'pooledFen', 'inScopeSelfPayFen', 'outOfScopeFen', 'invoiceCode', 'invoiceNumber'] as const
const countOf = (prefill: Prefill): number => FIELDS.filter((field) => prefill[field] !== null).length

/** What the reading of the papers has come to; nothing where nobody reads, or nothing was read. On 核对 only what does not fit: nothing is filled in there. */
export function ReadingNotices({ claim: { prefill }, where }: { claim: Claim; where: 'papers' | 'form' | 'check' }) {
  if (!prefill) return null
  const count = countOf(prefill)
  return (
    <>
      {prefill.reading && where !== 'check' ? <Notice tone="info" announce="polite">{t.reading}</Notice> : null}
      {!prefill.reading && count > 0 && where !== 'check' ? <Notice tone="info" announce="polite">{where === 'papers' ? t.found(count) : t.filled}</Notice> : null}
      {prefill.notesZh.map((note) => <Notice key={note} tone="warn" announce="polite">{note}</Notice>)}
    </>
  )
}
