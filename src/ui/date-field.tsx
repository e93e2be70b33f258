import { DateInput } from './date-input'
import { FieldBox, type FieldFrame } from './field'
import { useOwnFrame } from './page-instance'

export interface DateFieldProps extends FieldFrame {
  /** Local date 'YYYY-MM-DD', or '' for none. */
  value: string
  onChange: (date: string) => void
  /** Earliest and latest day offered. They guide; check the value all the same: a keyboard can pass them. */
  min?: string
  max?: string
}

/** A day, chosen with the date control of the target. */
export function DateField({ value, onChange, min, max, ...given }: DateFieldProps) {
  const frame = useOwnFrame(given)
  return (
    <FieldBox frame={frame}>
      <DateInput frame={frame} value={value} onChange={onChange} min={min} max={max} />
    </FieldBox>
  )
}
