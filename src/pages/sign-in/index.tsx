import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { configQuery } from '@/api/config'
import { useNotices } from '@/api/notices'
import { useSession } from '@/state/session-store'
import { Button, Card, Check, ErrorSummary, Notice, Page } from '@/ui'
import { AGREE, useSignInForm, useWaitingPoster } from './model'
import { TestAccounts } from './test-accounts'
import { texts } from './texts'
import { useWayIn } from './way-in'

export default function SignInPage() {
  const config = useQuery(configQuery())
  const endedZh = useSession((session) => session.endedZh)
  const form = useSignInForm()
  useWaitingPoster()
  const wayIn = useWayIn({ problems: form.problems, mayAsk: form.mayAsk, onProblems: form.setProblems, onDone: () => submit() })
  const version = config.data?.privacy.version ?? ''
  const submit = (): Promise<void> => form.enter(version, wayIn.credentials, wayIn.check())
  return (
    <Page
      title={texts.welcome}
      subtitle={texts.purpose}
      query={config}
      notices={useNotices()}
      announce={wayIn.announce}
      banner={endedZh ? <Notice tone="warn" title={texts.ended} announce="polite">{endedZh}</Notice> : null}
      footer={<Button loading={form.busy} onPress={submit}>{wayIn.label}</Button>}
    >
      {({ privacy, testMode }) => (
        <>
          <ErrorSummary problems={form.problems} />
          {form.failedZh ? <Notice tone="warn" announce="assertive">{form.failedZh}</Notice> : null}
          {wayIn.fields}
          <Card title={texts.privacyTitle} icon="lock">
            {privacy.summaryZh.map((paragraph) => <View key={paragraph} className="z-stack">{paragraph}</View>)}
            <Check id={AGREE} label={texts.agree} checked={form.agreed} onChange={form.agree} error={form.problems.find(({ fieldId }) => fieldId === AGREE)?.message} />
          </Card>
          {testMode ? <TestAccounts onPick={({ loginCode }) => form.enter(version, async () => ({ method: 'wechat', code: loginCode }))} /> : null}
        </>
      )}
    </Page>
  )
}
