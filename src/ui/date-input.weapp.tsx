import { Picker, Text, View } from '@tarojs/components'
import { aria } from './a11y'
import type { DateInputProps } from './date-input'
import { describedBy } from './field'
import { Icon } from './icon'

/** WeChat's date picker behind a row that looks like an input. Twin of date-input.tsx. */
export function DateInput({ frame, value, onChange, min, max }: DateInputProps) {
  return (
    <Picker mode="date" value={value} start={min} end={max} {...aria({ label: frame.label, describedBy: describedBy(frame), invalid: Boolean(frame.error), required: frame.required ?? true })} onChange={(event) => onChange(String(event.detail.value))}>
      <View className="z-input" id={frame.id} {...aria({ role: 'button', label: `${frame.label}，${value || '请选择日期'}` })}>
        <Text className={value ? 'z-grow' : 'z-grow z-placeholder'}>{value || '请选择日期'}</Text>
        <Icon name="arrow" size="s" tone="soft" />
      </View>
    </Picker>
  )
}
