import { ErrorSummary, Notice, type FieldProblem } from '@/ui'

/** Above a form: what is wrong at its fields, or the words of a refusal that belongs to none of them. */
export function FormProblems({ problems, refusedZh }: { problems: readonly FieldProblem[]; refusedZh: string | null }) {
  return (
    <>
      <ErrorSummary problems={problems} />
      {refusedZh ? <Notice tone="warn" announce="assertive">{refusedZh}</Notice> : null}
    </>
  )
}
