import { Textarea, View } from '@tarojs/components'
import { inputProps } from './a11y'
import { describedBy, FieldBox, type FieldFrame } from './field'

export interface TextAreaProps extends FieldFrame {
  value: string
  onChange: (text: string) => void
  /** Characters at most; how many are left is said below. */
  maxLength: number
  placeholder?: string
}

/** Several lines of text in the member's own words. */
export function TextArea({ value, onChange, maxLength, placeholder, ...frame }: TextAreaProps) {
  const props = inputProps({ id: frame.id, label: frame.label, describedBy: describedBy(frame), invalid: Boolean(frame.error), required: frame.required ?? true })
  return (
    <FieldBox frame={frame}>
      <View className="z-area" id={`${frame.id}-box`}>
        <Textarea
          className="z-area-core"
          value={value}
          maxlength={maxLength}
          placeholder={placeholder}
          placeholderClass="z-placeholder"
          onInput={(event) => onChange(event.detail.value)}
          {...props}
        />
      </View>
      <View className="z-area-count">{`${value.length}/${maxLength}`}</View>
    </FieldBox>
  )
}
