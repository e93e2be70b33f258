import { nativeField, type FieldFrame } from './field'

export interface DateInputProps {
  frame: FieldFrame
  /** 'YYYY-MM-DD' or ''. */
  value: string
  onChange: (date: string) => void
  min?: string
  max?: string
}

/**
 * The browser's own date control on H5: Taro's Picker is a wheel that neither a keyboard nor a screen reader can turn.
 * Twin: date-input.weapp.tsx.
 */
export function DateInput({ frame, value, onChange, min, max }: DateInputProps) {
  return (
    <input
      type="date"
      className={value ? 'z-input z-date' : 'z-input z-date z-date--empty'}
      {...nativeField(frame)}
      value={value}
      min={min}
      max={max}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
