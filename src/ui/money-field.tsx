import { Field, type FieldFrame } from './field'
import { moneyText } from './format'

export interface MoneyFieldProps extends FieldFrame {
  /** Yuan as typed: '', '12.', '37000.00'. Parse it when the form is sent, not while it is typed. */
  value: string
  onChange: (text: string) => void
  onBlur?: () => void
}

/** Full-width digits, commas, signs and spaces of a pasted amount are dropped; anything after the second decimal too. */
export function cleanYuan(text: string): string {
  const plain = text.normalize('NFKC').replace(/。/g, '.').replace(/[^\d.]/g, '')
  const [whole = '', ...rest] = plain.split('.')
  return rest.length ? `${whole}.${rest.join('').slice(0, 2)}` : whole
}

/** The amount read back with separators, so that a wrong number of noughts is seen; undefined below 1,000 yuan. */
function readBack(text: string): string | undefined {
  const yuan = Number(text)
  if (!Number.isFinite(yuan) || yuan < 1000) return undefined
  return `即 ${moneyText(Math.round(yuan * 100))} 元${yuan >= 10_000 ? `(约 ${Number((yuan / 10_000).toFixed(2))} 万元)` : ''}`
}

/** An amount in yuan. Reports text; the page turns it into fen. */
export function MoneyField({ value, onChange, hint, ...rest }: MoneyFieldProps) {
  return <Field {...rest} value={value} onChange={(text) => onChange(cleanYuan(text))} keyboard="decimal" maxLength={12} placeholder="0.00" suffix="元" hint={readBack(value) ?? hint} />
}
