import { View } from '@tarojs/components'
import { cleanLines } from '@/domain/cleaners'
import { tooLongZh } from '@/domain/length'
import { FieldBox, type FieldFrame } from './field'
import { LinesInput } from './lines-input'
import { useOwnFrame } from './page-instance'

export interface TextAreaProps extends FieldFrame {
  value: string
  onChange: (text: string) => void
  /** Characters at most: how many there are is said below, and how many too many. Nothing is cut; a form that is handed in looks by `tooLongZh`. */
  maxLength: number
  placeholder?: string
}

/** Several lines of text in the member's own words. */
export function TextArea({ value, onChange, maxLength, placeholder, ...given }: TextAreaProps) {
  const frame = useOwnFrame({ ...given, error: given.error ?? tooLongZh(value, maxLength) })
  return (
    <FieldBox frame={frame}>
      <View className="z-area" id={`${frame.id}-box`}>
        <LinesInput frame={frame} value={value} placeholder={placeholder} onChange={onChange} />
      </View>
      <View className="z-area-count">{`${cleanLines(value).length}/${maxLength}`}</View>
    </FieldBox>
  )
}
