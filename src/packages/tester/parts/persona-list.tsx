import { useQuery } from '@tanstack/react-query'
import { configQuery } from '@/api/config'
import { personasQuery } from '@/api/tester'
import { useSession } from '@/state/session-store'
import { Badge, Cell, CellGroup } from '@/ui'
import type { Console } from '../model/console'
import { texts as t } from '../texts'

/** Becomes somebody else with one tap. */
export function PersonaList({ control }: { control: Console }) {
  const personas = useQuery(personasQuery()).data?.items ?? []
  const version = useQuery(configQuery()).data?.privacy.version
  const current = useSession((session) => session.account?.accountId)
  return (
    <CellGroup title={t.personas}>
      {personas.map((persona) => {
        const here = persona.personaId === current
        const become = version && !here ? () => control.become(persona, version) : undefined
        return <Cell key={persona.personaId} icon="mine" title={persona.nameZh} detail={persona.goodForZh} value={here ? <Badge tone="success">{t.current}</Badge> : undefined} onPress={become} />
      })}
    </CellGroup>
  )
}
