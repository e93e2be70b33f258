import { Card, Check, Field, kinds, SignaturePad, type FieldProblem } from '@/ui'
import { SIGNATURE, TYPED_NAME } from '../model/signature'
import { DECLARATION, type Submit } from '../model/submit'
import { texts } from '../texts'

const t = texts.sign
const errorAt = (problems: readonly FieldProblem[], id: string): string | undefined => problems.find(({ fieldId }) => fieldId === id)?.message

/** What is declared, and the name below it: drawn with a finger, or typed by whoever cannot draw. */
export function SignatureCard({ submit }: { submit: Submit }) {
  const { problems, signature } = submit
  return (
    <Card title={t.title}>
      <Check id={DECLARATION} label={texts.check.declare} checked={submit.declared} onChange={submit.declare} error={errorAt(problems, DECLARATION)} />
      {signature.typing
        ? <Field id={TYPED_NAME} label={t.name} hint={t.nameHint} value={signature.name} onChange={signature.setName} kind={kinds.name} error={errorAt(problems, TYPED_NAME)} />
        : <SignaturePad id={SIGNATURE} label={t.pad} hint={t.padHint} clear={t.clear} strokes={signature.strokes} onDraw={signature.draw} error={errorAt(problems, SIGNATURE)} />}
      <Check id="sign-by-name" label={t.byName} checked={signature.typing} onChange={signature.type} />
    </Card>
  )
}
