import { useState } from 'react'
import type { Decide, OpenClaim } from '@/contract/schemas/tester'
import { parseYuan } from '@/domain/typed-yuan'
import { Button, Choice, MoneyField } from '@/ui'
import type { Console } from '../model/console'
import { texts as t } from '../texts'

type Category = NonNullable<OpenClaim['category']>
const others: Readonly<Record<Category, readonly Category[]>> = { LIGHT: ['LIGHT', 'SEVERE'], SEVERE: ['LIGHT', 'SEVERE'], IN_SITU: ['IN_SITU', 'MALIGNANT'], MALIGNANT: ['IN_SITU', 'MALIGNANT'] }

/** Approves with what the reviewer has put right: the base of a bill or the class of an illness. Another amount follows, by the rules. */
export function CorrectClaim({ claim, control }: { claim: OpenClaim; control: Console }) {
  const [open, setOpen] = useState(false)
  const [selfPay, setSelfPay] = useState('')
  const [category, setCategory] = useState<Category>()
  const [wrong, setWrong] = useState(false)
  if (!claim.amounts && !claim.category) return null

  const approve = () => {
    if (!open) return setOpen(true)
    const corrected = correctedBy(claim, selfPay, category)
    setWrong(corrected === null)
    return corrected ? control.decideClaim(claim, { decision: 'APPROVE', ...corrected }) : undefined
  }
  return (
    <>
      {open && claim.amounts ? <MoneyField id={`self-${claim.claimId}`} label={t.selfPay} hint={t.selfPayHint} value={selfPay} onChange={setSelfPay} error={wrong ? t.selfPayWrong : undefined} /> : null}
      {open && claim.category ? <Choice id={`class-${claim.claimId}`} label={t.category} options={others[claim.category].map((value) => ({ value, label: t.categories[value] }))} value={category ?? claim.category} onChange={setCategory} /> : null}
      <Button kind="secondary" label={t.labelFor(t.correct, claim.claimNo)} disabled={control.busy} onPress={approve}>{t.correct}</Button>
    </>
  )
}

/** Null: no amount, or more than the bill. */
function correctedBy({ amounts, category }: OpenClaim, selfPay: string, chosen: Category | undefined): Pick<Decide, 'amounts' | 'category'> | null {
  if (!amounts) return { category: chosen ?? category ?? undefined }
  const typed = parseYuan(selfPay)
  const pooledFen = typed.ok ? amounts.totalFen - amounts.outOfScopeFen - typed.fen : -1
  return typed.ok && pooledFen >= 0 ? { amounts: { ...amounts, inScopeSelfPayFen: typed.fen, pooledFen } } : null
}
