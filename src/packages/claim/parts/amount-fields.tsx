import { Card, Field, kinds, MoneyField, Notice } from '@/ui'
import { sumHelp, type AmountField } from '../model/amounts'
import type { StepForm } from '../model/step-form'
import { texts } from '../texts'

const t = texts.amounts

/** The figures of the bill and the number of its paper. */
export function AmountFields({ form }: { form: StepForm<AmountField> }) {
  const { values, errors, mark, set } = form
  const help = sumHelp(values)
  const field = (id: AmountField, label: string, hint?: string) => ({ id, label, hint, value: values[id], error: errors[id], mark: mark(id), onChange: set(id) })
  return (
    <>
      <Card>
        <MoneyField {...field('total', t.total)} />
        <MoneyField {...field('pooled', t.pooled)} />
        <MoneyField {...field('selfPay', t.selfPay, t.selfPayHint)} />
        <MoneyField {...field('outOfScope', t.outOfScope, t.outOfScopeHint)} />
        {help ? <Notice tone={help.fits ? 'success' : 'warn'} announce="polite">{help.wordsZh}</Notice> : null}
        <MoneyField {...field('otherPaid', t.otherPaid, t.otherPaidHint)} required={false} />
      </Card>
      <Card title={t.invoice}>
        <Field {...field('invoiceCode', t.invoiceCode, t.invoiceHint)} required={false} kind={kinds.serial} />
        <Field {...field('invoiceNumber', t.invoiceNumber)} required={false} kind={kinds.serial} />
      </Card>
    </>
  )
}
