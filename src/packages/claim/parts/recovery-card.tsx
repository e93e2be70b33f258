import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Claim } from '@/contract/schemas/claim'
import { Button, Card, Choice, Facts, Money, Notice, TextArea } from '@/ui'
import { afterTexts } from '../after-texts'
import { MAX_OBJECTION, useRecovery } from '../model/afterwards'

const t = afterTexts.recovery
const choices = [{ value: 'REPAY', label: t.repay, detail: t.repayDetail }, { value: 'OFFSET', label: t.offset, detail: t.offsetDetail }] as const

/** What is to come back. The status above says why and until when; here is how, what was answered, and, once it is over, why it was. */
export function RecoveryCard({ claim }: { claim: Claim }) {
  const { recovery } = claim
  const form = useRecovery(claim)
  const [again, setAgain] = useState(false)
  if (!recovery) return null
  const { amountFen, leftFen, offsets, reasonZh, choiceZh, howZh, objectionZh, settled } = recovery
  const answered = choiceZh !== null || objectionZh !== null
  const open = claim.actions.includes('answerRecovery')
  const facts = [
    ...(settled ? [{ label: t.reason, value: reasonZh }] : []),
    ...(choiceZh ? [{ label: t.chosen, value: choiceZh }] : []),
    ...(howZh && !settled ? [{ label: t.how, value: howZh }] : []),
    ...(offsets.length > 0 ? [{ label: t.set, value: offsets.map((offset) => <View key={offset.claimNo}>{offset.at ? t.setDone(offset.amountFen, offset.claimNo, offset.at) : t.setComing(offset.amountFen, offset.claimNo)}</View>) }] : []),
    ...(offsets.length > 0 && !settled ? [{ label: t.left, value: t.yuan(leftFen) }] : []),
    ...(objectionZh ? [{ label: t.objected, value: objectionZh }] : []),
  ]
  return (
    <Card title={settled ? t.settledTitle : t.title} icon={settled ? 'check' : 'warn'}>
      <Money fen={amountFen} size="figure" label={t.amount} />
      {facts.length > 0 ? <Facts items={facts} /> : null}
      {form.done ? <Notice tone="success" announce="polite">{t.done}</Notice> : null}
      {form.refusedZh ? <Notice tone="warn" announce="assertive">{form.refusedZh}</Notice> : null}
      {open && answered && !again ? <Button kind="secondary" onPress={() => setAgain(true)}>{t.again}</Button> : null}
      {open && (!answered || again) ? (
        <>
          <Choice id="recovery" label={t.choice} options={choices} value={form.choice} onChange={form.choose} error={form.missing ? t.nothing : undefined} />
          <TextArea id="objection" label={t.objection} hint={t.objectionHint} required={false} maxLength={MAX_OBJECTION} value={form.objection} onChange={form.write} />
          <Button loading={form.saving} onPress={() => form.submit(() => setAgain(false))}>{t.submit}</Button>
        </>
      ) : null}
    </Card>
  )
}
