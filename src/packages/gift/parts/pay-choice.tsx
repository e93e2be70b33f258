import type { Plan } from '@/contract/schemas/member'
import { Choice } from '@/ui'
import type { useOrdering } from '../model/order'
import { orderTexts as t } from '../texts'

/** Who pays, and how. For a renewal both are chosen already, and can be changed. */
export function PayChoice({ plan, ordering: { payer, method, problems, choosePayer, chooseMethod } }: { plan: Plan; ordering: ReturnType<typeof useOrdering> }) {
  const errorOf = (id: string): string | undefined => problems.find(({ fieldId }) => fieldId === id)?.message
  return (
    <>
      <Choice
        id="payer"
        label={t.payerTitle}
        value={payer}
        onChange={choosePayer}
        error={errorOf('payer')}
        options={[{ value: 'SELF', label: t.self, detail: t.yuan(plan.feeFen) }, { value: 'UNIT', label: t.unit, detail: t.unitDetail }]}
      />
      {payer === 'SELF' ? (
        <Choice id="method" label={t.method} value={method} onChange={chooseMethod} error={errorOf('method')} options={plan.payMethods.map(({ method: value, labelZh }) => ({ value, label: labelZh }))} />
      ) : null}
    </>
  )
}
