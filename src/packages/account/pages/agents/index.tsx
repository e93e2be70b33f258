import { View } from '@tarojs/components'
import { authorisationsQuery } from '@/api/authorisations'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { back } from '@/platform/navigation'
import { routes } from '@/routes'
import { Button, Page } from '@/ui'
import { agentTexts as t } from '../../agent-texts'
import { useGrantAgent } from '../../model/grant-agent'
import { AgentCard } from '../../parts/agent-card'
import { AgentForm } from '../../parts/agent-form'

export default function AgentsPage() {
  const query = usePageQuery(authorisationsQuery())
  const form = useGrantAgent()
  return (
    <Page title={t.title} query={query} notices={useNotices('consents')} onBack={() => void back(routes.mine)} announce={form.grantedZh} footer={() => <Button loading={form.saving} onPress={form.submit}>{t.grant}</Button>}>
      {({ items, untilMax }) => (
        <>
          <View className="z-small z-stack">{t.intro}</View>
          {items.map((agent) => <AgentCard key={agent.authorisationId} agent={agent} />)}
          {items.length === 0 ? <View className="z-small z-stack">{t.none}</View> : null}
          <AgentForm form={form} untilMax={untilMax} />
        </>
      )}
    </Page>
  )
}
