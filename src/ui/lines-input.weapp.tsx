import { Textarea } from '@tarojs/components'
import { inputProps } from './a11y'
import { describedBy } from './field'
import type { LinesInputProps } from './lines-input'

/** Twin of lines-input.tsx. */
export function LinesInput({ frame, value, onChange, placeholder }: LinesInputProps) {
  const { id, label, error } = frame
  const props = inputProps({ id, label, describedBy: describedBy(frame), invalid: Boolean(error), required: frame.required ?? true })
  return <Textarea className="z-area-core" value={value} maxlength={-1} placeholder={placeholder} placeholderClass="z-placeholder" onInput={(event) => onChange(event.detail.value)} {...props} />
}
