import { useState } from 'react'
import { View } from '@tarojs/components'
import { aria, pressRadio } from './a11y'
import { Button } from './button'
import { describedBy, FieldBox, type FieldFrame } from './field'
import { useOwnFrame } from './page-instance'

export interface ChoiceOption<V extends string> {
  value: V
  label: string
  detail?: string
}

export interface ChoiceProps<V extends string> extends FieldFrame {
  options: readonly ChoiceOption<V>[]
  /** Nothing is chosen for the member beforehand unless it is the only answer. */
  value: V | undefined
  onChange: (value: V) => void
  /** What nearly everybody answers stands first: the other options come when `more` is pressed, or when one of them is chosen already. */
  usual?: { count: number; more: string }
}

/** One of a few: one stop of the Tab key, where the arrows choose. */
export function Choice<V extends string>({ options, value, onChange, usual, ...given }: ChoiceProps<V>) {
  const frame = useOwnFrame(given)
  const [all, setAll] = useState(false)
  const first = usual && !all && options.findIndex((option) => option.value === value) < usual.count ? options.slice(0, usual.count) : options
  // Nothing is chosen yet: the first one is where the keyboard comes in.
  const stop = first.some((option) => option.value === value) ? value : first[0]?.value
  return (
    <FieldBox frame={frame}>
      <View id={frame.id} className="z-choices" {...aria({ role: 'radiogroup', label: frame.label, describedBy: describedBy(frame), invalid: frame.error ? true : undefined, required: frame.required ?? true })}>
        {first.map((option) => {
          const checked = option.value === value
          return (
            <View key={option.value} className={`z-choice${checked ? ' z-choice--on' : ''}`} {...aria({ role: 'radio', checked, label: option.detail ? `${option.label}，${option.detail}` : option.label })} {...pressRadio(() => onChange(option.value), option.value === stop)}>
              <View className="z-radio" />
              <View className="z-grow">
                <View className="z-choice-label">{option.label}</View>
                {option.detail ? <View className="z-choice-detail">{option.detail}</View> : null}
              </View>
            </View>
          )
        })}
      </View>
      {first !== options && usual ? <Button kind="text" inline onPress={() => setAll(true)}>{usual.more}</Button> : null}
    </FieldBox>
  )
}
