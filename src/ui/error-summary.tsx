import { useContext, useEffect } from 'react'
import { View } from '@tarojs/components'
import { aria, focusOn, press } from './a11y'
import { PageInstance, useIdsOfPage } from './page-instance'

export interface FieldProblem {
  /** Id of the field the problem belongs to, as the field was given it. */
  fieldId: string
  /** The same words as at the field. */
  message: string
}

export interface ErrorSummaryProps {
  problems: readonly FieldProblem[]
  title?: string
}

/**
 * After a failed check of a form: everything wrong in one list at the top, each line leading to its field. Takes the focus after a press of the
 * page's main action, and only then: one problem less while the member puts them right must not pull the page away.
 */
export function ErrorSummary({ problems, title = '请先改正下面的内容' }: ErrorSummaryProps) {
  const page = useContext(PageInstance)
  const own = useIdsOfPage()
  const id = own('error-summary')
  const shown = problems.length > 0
  useEffect(() => {
    if (!shown) return undefined
    const look = (): void => {
      if (page.submitted === page.answered) return
      page.answered = page.submitted
      focusOn(id, true)
    }
    look()
    // The same list after another press; one that is empty by then has gone.
    const later = (): void => void setTimeout(() => page.hearing.has(later) && look())
    page.hearing.add(later)
    return () => void page.hearing.delete(later)
  }, [shown, page, id])
  if (!shown) return null
  return (
    <View id={id} className="z-errors" {...aria({ role: 'alert' })}>
      <View className="z-errors-title" {...aria({ role: 'heading', level: 2 })}>{title}</View>
      {problems.map((p) => (
        <View key={p.fieldId} className="z-errors-line" {...aria({ role: 'link' })} {...press(() => focusOn(own(p.fieldId)))}>{p.message}</View>
      ))}
    </View>
  )
}
