import { useState } from 'react'
import { isPhone, isSmsCode, useSmsCode } from '@/api/sms-code'
import { cleanPhone, cleanSmsCode } from '@/domain/cleaners'
import { steadyNow } from '@/platform/steady-clock'
import { useDrafts } from '@/state/draft-store'
import { Button, Card, Countdown, Field, kinds, type FieldProblem } from '@/ui'
import { texts } from './texts'
import type { WayIn, WayInOptions } from './way-in.types'

const DRAFT = 'sign-in'

/** H5: phone and the code sent to it. Twin: way-in.weapp.tsx. */
export function useWayIn({ problems, mayAsk, onProblems, onDone }: WayInOptions): WayIn {
  const phone = useDrafts((drafts) => drafts.forms[DRAFT]?.phone ?? '')
  const setDraft = useDrafts((drafts) => drafts.set)
  const [code, setCode] = useState('')
  const { sending, sent, send: sendTo, again } = useSmsCode()
  const errorOf = (id: string) => problems.find(({ fieldId }) => fieldId === id)?.message
  const phoneProblems = (): FieldProblem[] => (isPhone(phone) ? [] : [{ fieldId: 'phone', message: texts.phoneWrong }])

  async function send(): Promise<void> {
    if (sending || !mayAsk()) return
    const wrong = phoneProblems()
    onProblems(wrong)
    if (wrong.length > 0) return
    const failed = await sendTo(phone)
    if (failed !== null) onProblems([{ fieldId: 'phone', message: failed }])
  }

  const resend = sent && sent.nextAt > steadyNow() ? (
    <Countdown until={sent.nextAt} now={steadyNow} words={texts.getAgain} onEnd={again} />
  ) : (
    <Button kind="text" inline submits loading={sending} onPress={() => send()}>{texts.getCode}</Button>
  )
  const announce = sent ? texts.codeSent(sent.to) : undefined
  return {
    label: texts.signIn,
    announce,
    check: () => [...phoneProblems(), ...(isSmsCode(code) ? [] : [{ fieldId: 'code', message: texts.codeWrong }])],
    credentials: async () => ({ method: 'sms', phone: cleanPhone(phone), code: cleanSmsCode(code) }),
    fields: (
      <Card>
        <Field id="phone" label={texts.phone} hint={texts.phoneHint} kind={kinds.phone} value={phone} onChange={(text) => setDraft(DRAFT, { phone: text })} error={errorOf('phone')} />
        <Field id="code" label={texts.code} hint={announce} kind={kinds.smsCode} value={code} onChange={setCode} onConfirm={onDone} error={errorOf('code')} extra={resend} />
      </Card>
    ),
  }
}
