import { nativeField, type FieldFrame } from './field'

export interface LinesInputProps {
  frame: FieldFrame
  value: string
  onChange: (text: string) => void
  maxLength: number
  placeholder?: string
}

/** The browser's own control on H5: Taro's Textarea would bring its web component to the first page. Twin: lines-input.weapp.tsx. */
export function LinesInput({ frame, value, onChange, maxLength, placeholder }: LinesInputProps) {
  return (
    <textarea
      className="z-area-core"
      {...nativeField(frame)}
      value={value}
      maxLength={maxLength}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
