import { useState } from 'react'
import { messageOf } from '@/api/api-error'
import { useEndAuthorisation } from '@/api/authorisations'
import type { Authorisation } from '@/contract/schemas/authorisation'
import { confirm } from '@/platform/dialogs'
import { Badge, Button, Card, Facts, Notice } from '@/ui'
import { agentTexts as t } from '../agent-texts'

/** One who may (or might once) file for me. Ending it is one tap and one question away. */
export function AgentCard({ agent: { authorisationId, agentNameMasked, agentPhoneMasked, relationZh, live, stateZh } }: { agent: Authorisation }) {
  const ending = useEndAuthorisation()
  const [failedZh, setFailed] = useState<string | null>(null)
  const end = async (): Promise<void> => {
    if (!(await confirm(t.endAsk))) return
    setFailed(null)
    await ending.mutateAsync(authorisationId).catch((error: unknown) => setFailed(messageOf(error)))
  }
  return (
    <Card title={agentNameMasked} extra={<Badge tone={live ? 'success' : 'neutral'}>{relationZh}</Badge>}>
      {failedZh ? <Notice tone="warn" announce="assertive">{failedZh}</Notice> : null}
      <Facts items={[{ label: t.phone, value: agentPhoneMasked }, { label: t.until, value: stateZh }]} />
      {live ? <Button kind="danger" label={t.endFor(agentNameMasked)} loading={ending.isPending} onPress={() => end()}>{t.end}</Button> : null}
    </Card>
  )
}
