import { formatFen } from '@/domain/money'
import { parseYuan } from '@/domain/typed-yuan'
import { Field, type FieldFrame } from './field'
import { kinds } from './field-kinds'

export interface MoneyFieldProps extends FieldFrame {
  /** Yuan as typed: '', '12.', '３７,000.00'. Read it with parseYuan when the form is sent, not while it is typed. */
  value: string
  onChange: (text: string) => void
}

const READ_BACK_FROM_FEN = 100_000

/** The amount read back with separators, so that a nought too many is seen; nothing for small amounts. */
function readBack(text: string): string | undefined {
  const typed = parseYuan(text)
  return typed.ok && typed.fen >= READ_BACK_FROM_FEN ? `即 ${formatFen(typed.fen)} 元` : undefined
}

/** An amount in yuan. Reports the text as typed. */
export function MoneyField({ hint, ...rest }: MoneyFieldProps) {
  const amount = readBack(rest.value)
  return <Field {...rest} kind={kinds.amount} placeholder="0.00" suffix="元" hint={[hint, amount].filter(Boolean).join('，') || undefined} />
}
