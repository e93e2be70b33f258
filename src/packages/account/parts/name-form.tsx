import { View } from '@tarojs/components'
import type { NameChange } from '@/contract/schemas/correction'
import { Button, Card, Field, kinds, Notice } from '@/ui'
import type { ChangeNameForm } from '../model/change-name'
import { profileTexts as t } from '../profile-texts'

const tones = { OPEN: 'warn', WAITING: 'info', DONE: 'success', REFUSED: 'warn' } as const

/** The form, and above it what has become of the last request. */
export function NameForm({ form, last }: { form: ChangeNameForm; last: NameChange | undefined }) {
  return (
    <Card title={t.nameTitle} icon="edit">
      {last ? <Notice tone={tones[last.state]} title={`${t.request(last.nameMasked)}:${last.stateZh}`} announce="polite">{last.textZh}</Notice> : null}
      {form.failedZh ? <Notice tone="warn" announce="assertive">{form.failedZh}</Notice> : null}
      <View className="z-small z-stack">{t.nameWhy}</View>
      <Field id="newName" label={t.newName} hint={t.newNameHint} kind={kinds.name} value={form.name} onChange={form.setName} error={form.error} />
      <Button kind="secondary" loading={form.busy} onPress={() => form.submit('camera')}>{t.camera}</Button>
      <Button kind="text" disabled={form.busy} onPress={() => form.submit('album')}>{t.album}</Button>
    </Card>
  )
}
