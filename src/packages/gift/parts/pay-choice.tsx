import type { Plan } from '@/contract/schemas/member'
import { Choice } from '@/ui'
import type { useOrdering } from '../model/order'
import { orderTexts as t } from '../texts'

/** Who pays, and how. For a renewal both are chosen already, and can be changed. */
export function PayChoice({ plan, ordering: { payer, method, missing, choosePayer, chooseMethod } }: { plan: Plan; ordering: ReturnType<typeof useOrdering> }) {
  return (
    <>
      <Choice
        id="payer"
        label={t.payerTitle}
        value={payer}
        onChange={choosePayer}
        error={missing && !payer ? t.payerMissing : undefined}
        options={[{ value: 'SELF', label: t.self, detail: t.yuan(plan.feeFen) }, { value: 'UNIT', label: t.unit, detail: t.unitDetail }]}
      />
      {payer === 'SELF' ? (
        <Choice id="method" label={t.method} value={method} onChange={chooseMethod} error={missing && !method ? t.methodMissing : undefined} options={plan.payMethods.map(({ method: value, labelZh }) => ({ value, label: labelZh }))} />
      ) : null}
    </>
  )
}
