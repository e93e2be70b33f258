import { View } from '@tarojs/components'
import { steadyNow } from '@/platform/steady-clock'
import { Button, Card, Countdown, Field, kinds, Notice } from '@/ui'
import type { ChangePhoneForm } from '../model/change-phone'
import { profileTexts as t } from '../profile-texts'

export function PhoneForm({ form }: { form: ChangePhoneForm }) {
  const { sent } = form
  const resend =
    sent && sent.nextAt > steadyNow() ? (
      <Countdown until={sent.nextAt} now={steadyNow} words={t.getAgain} onEnd={form.again} />
    ) : (
      <Button kind="text" inline submits loading={form.sending} onPress={form.send}>{t.getCode}</Button>
    )
  return (
    <Card title={t.phoneTitle} icon="phone">
      <View className="z-small z-stack">{t.phoneWhy}</View>
      {form.doneZh ? <Notice tone="success" announce="polite">{form.doneZh}</Notice> : null}
      {form.failedZh ? <Notice tone="warn" announce="assertive">{form.failedZh}</Notice> : null}
      <Field id="newPhone" label={t.newPhone} kind={kinds.phone} value={form.phone} onChange={form.setPhone} error={form.errors.newPhone} />
      <Field id="code" label={t.code} hint={sent ? t.codeSent(sent.to) : undefined} kind={kinds.smsCode} value={form.code} onChange={form.setCode} onConfirm={form.submit} error={form.errors.code} extra={resend} />
      <Button kind="secondary" loading={form.saving} onPress={form.submit}>{t.change}</Button>
    </Card>
  )
}
