import type { ReactNode } from 'react'
import { Input, Text, View } from '@tarojs/components'
import { aria, focusOn, inputProps } from './a11y'
import { ROOM, type FieldKind } from './field-kinds'
import { useOnce, type Act } from './once'
import { useOwnFrame, useSubmission } from './page-instance'

/** What every field shares. `id` is the anchor of ErrorSummary and must be unique on its page. */
export interface FieldFrame {
  id: string
  label: string
  hint?: string
  /** What is wrong and how to put it right; shown above the input and read with it. */
  error?: string
  required?: boolean
  /** Where a value that nobody typed comes from; `ask`: it has to be compared. */
  mark?: { text: string; ask: boolean }
}

/** Ids that describe the control, for aria-describedby. */
export function describedBy({ id, hint, error, mark }: FieldFrame): string | undefined {
  const ids = [error ? `${id}-error` : '', hint ? `${id}-hint` : '', mark ? `${id}-mark` : ''].filter(Boolean).join(' ')
  return ids || undefined
}

/** What a field of the browser's own (H5) says of itself. */
export const nativeField = (frame: FieldFrame) => ({
  id: frame.id,
  'aria-label': frame.label,
  'aria-describedby': describedBy(frame),
  'aria-invalid': Boolean(frame.error) || undefined,
  'aria-required': frame.required ?? true,
})

/** Label, hint and error around a control: the frame of Field, MoneyField, DateField and Choice. */
export function FieldBox({ frame, children }: { frame: FieldFrame; children: ReactNode }) {
  const { id, label, hint, error, mark, required = true } = frame
  return (
    <View className={`z-field${error ? ' z-field--error' : ''}`}>
      {/* Hidden from the reader because the control carries the same name; it only enlarges the tap area. */}
      <View className="z-field-label" onClick={() => focusOn(id)} {...aria({ hidden: true })}>
        {label}{required ? '' : '（选填）'}
      </View>
      {hint ? <View id={`${id}-hint`} className="z-field-hint">{hint}</View> : null}
      {error ? <View id={`${id}-error`} className="z-field-error"><Text className="z-spoken">错误：</Text>{error}</View> : null}
      {children}
      {mark ? <View id={`${id}-mark`} className={`z-field-mark${mark.ask ? ' z-field-mark--ask' : ''}`}>{mark.text}</View> : null}
    </View>
  )
}

export interface FieldProps extends FieldFrame {
  /** What is typed: brings cleaner, keyboard and room. */
  kind: FieldKind
  value: string
  /** Told the text as it is typed, and cleaned once the field is left. */
  onChange: (text: string) => void
  /** Enter or the keyboard's done key. */
  onConfirm?: Act
  placeholder?: string
  /** Instead of the kind's autofill hint: 'off' where it is about somebody else. */
  autoComplete?: string
  /** Unit behind the input: 元, 天. */
  suffix?: string
  /** A control behind the input: 获取验证码. */
  extra?: ReactNode
}

/** One line of text with its label, hint and error. */
export function Field({ kind, value, onChange, onConfirm, placeholder, autoComplete = kind.autoComplete, suffix, extra, ...given }: FieldProps) {
  const frame = useOwnFrame(given)
  const submit = useSubmission()
  const done = useOnce(() => {
    submit()
    return onConfirm?.()
  })
  const props = inputProps({ id: frame.id, label: frame.label, describedBy: describedBy(frame), invalid: Boolean(frame.error), required: frame.required ?? true, keyboard: kind.keyboard, autoComplete, kind: kind.name })
  /** Whoever looks sees what will be sent. */
  const tidy = (typed: string): void => {
    const clean = kind.clean(typed)
    if (clean !== value) onChange(clean)
  }
  return (
    <FieldBox frame={frame}>
      <View className="z-input" id={`${frame.id}-box`}>
        <Input
          className="z-input-core"
          value={value}
          maxlength={kind.room ?? ROOM}
          placeholder={placeholder}
          placeholderClass="z-placeholder"
          onInput={(event) => onChange(event.detail.value)}
          onBlur={(event) => tidy(event.detail.value)}
          onConfirm={onConfirm ? done.press.onClick : undefined}
          {...props}
        />
        {suffix ? <Text className="z-input-suffix" {...aria({ hidden: true })}>{suffix}</Text> : null}
        {extra}
      </View>
    </FieldBox>
  )
}
