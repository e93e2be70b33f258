import { nativeField, type FieldFrame } from './field'

export interface LinesInputProps {
  frame: FieldFrame
  value: string
  onChange: (text: string) => void
  placeholder?: string
}

/** The browser's own control on H5: Taro's Textarea would bring its web component to the first page. Twin: lines-input.weapp.tsx. */
export function LinesInput({ frame, value, onChange, placeholder }: LinesInputProps) {
  return (
    <textarea
      className="z-area-core"
      {...nativeField(frame)}
      value={value}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
