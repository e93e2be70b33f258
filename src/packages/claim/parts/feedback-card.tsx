import { View } from '@tarojs/components'
import type { Claim } from '@/contract/schemas/claim'
import { Button, Card, Choice, Notice, TextArea } from '@/ui'
import { afterTexts } from '../after-texts'
import { MAX_WORDS, useFeedback } from '../model/afterwards'
import '../claim.scss'

const t = afterTexts.feedback
const scores = ([5, 4, 3, 2, 1] as const).map((score) => ({ value: String(score), label: t.scores[score] }))

/** What it was like: asked once, at the end, and never in the way. */
export function FeedbackCard({ claim }: { claim: Claim }) {
  const form = useFeedback(claim)
  if (claim.feedback) return <Notice tone="success" title={t.thanks}>{t.given(scores.find(({ value }) => value === String(claim.feedback?.score))?.label ?? '')}</Notice>
  if (!claim.actions.includes('feedback')) return null
  return (
    <Card title={t.title} icon="edit">
      {form.refusedZh ? <Notice tone="warn" announce="assertive">{form.refusedZh}</Notice> : null}
      <View className="claim-scores"><Choice id="score" label={t.score} options={scores} value={form.score === undefined ? undefined : String(form.score)} onChange={form.setScore} error={form.missing ? t.missing : undefined} /></View>
      {form.score === undefined ? null : <TextArea id="feedback-words" label={t.words} hint={t.wordsHint} required={false} maxLength={MAX_WORDS} value={form.words} onChange={form.setWords} />}
      <Button kind="secondary" loading={form.saving} onPress={form.submit}>{t.submit}</Button>
    </Card>
  )
}
