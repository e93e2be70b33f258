import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { aria, focusOn, press } from './a11y'

export interface FieldProblem {
  /** Id of the field the problem belongs to. */
  fieldId: string
  /** The same words as at the field. */
  message: string
}

export interface ErrorSummaryProps {
  problems: readonly FieldProblem[]
  title?: string
}

const ID = 'error-summary'

/** After a failed check of a form: everything wrong in one list at the top, each line leading to its field. Takes the focus when it appears. */
export function ErrorSummary({ problems, title = '请先改正下面的内容' }: ErrorSummaryProps) {
  const shown = problems.map((p) => `${p.fieldId} ${p.message}`).join('\n')
  useEffect(() => {
    if (shown) focusOn(ID, true)
  }, [shown])
  if (!shown) return null
  return (
    <View id={ID} className="z-errors" {...aria({ role: 'alert' })}>
      <View className="z-errors-title" {...aria({ role: 'heading', level: 2 })}>{title}</View>
      {problems.map((p) => (
        <View key={p.fieldId} className="z-errors-line" {...aria({ role: 'link' })} {...press(() => focusOn(p.fieldId))}>{p.message}</View>
      ))}
    </View>
  )
}
