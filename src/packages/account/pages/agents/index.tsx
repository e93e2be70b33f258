import { View } from '@tarojs/components'
import { useState } from 'react'
import { authorisationsQuery } from '@/api/authorisations'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { back } from '@/platform/navigation'
import { routes } from '@/routes'
import { Button, Notice, Page } from '@/ui'
import { agentTexts as t } from '../../agent-texts'
import { useGrantAgent } from '../../model/grant-agent'
import { AgentCard } from '../../parts/agent-card'
import { AgentForm } from '../../parts/agent-form'

export default function AgentsPage() {
  const query = usePageQuery(authorisationsQuery())
  const form = useGrantAgent()
  const [more, setMore] = useState(false)
  // Where there is an agent already, a form for another one is asked for; what was typed and not yet sent stays in sight.
  const folded = !more && !form.begun && (query.data?.items.some(({ live }) => live) ?? false)
  return (
    <Page title={t.title} query={query} notices={useNotices('consents')} onBack={() => back(routes.mine)} announce={form.grantedZh} footer={() => folded ? null : <Button loading={form.saving} onPress={() => form.submit(() => setMore(false))}>{t.grant}</Button>}>
      {({ items, untilMax }) => (
        <>
          <View className="z-small z-stack">{t.intro}</View>
          {items.map((agent) => <AgentCard key={agent.authorisationId} agent={agent} />)}
          {items.length === 0 ? <View className="z-small z-stack">{t.none}</View> : null}
          {form.grantedZh ? <Notice tone="success" announce="polite">{form.grantedZh}</Notice> : null}
          {folded ? <Button kind="secondary" onPress={() => setMore(true)}>{t.another}</Button> : <AgentForm form={form} untilMax={untilMax} />}
        </>
      )}
    </Page>
  )
}
