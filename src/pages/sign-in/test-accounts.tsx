import { useQuery } from '@tanstack/react-query'
import type { Persona } from '@/contract/schemas/tester'
import { personasQuery } from '@/api/tester'
import { Cell, CellGroup, Notice } from '@/ui'
import { texts } from './texts'

/** The invented people of the test mode; a tap signs one in. */
export function TestAccounts({ onPick }: { onPick: (persona: Persona) => void }) {
  const personas = useQuery(personasQuery())
  if (!personas.data) return null
  return (
    <>
      <CellGroup title={texts.testAccounts}>
        {personas.data.items.map((persona) => (
          <Cell key={persona.personaId} icon="mine" title={persona.nameZh} detail={`${persona.goodForZh}。${texts.testPhone(persona.phone, persona.smsCode)}`} onPress={() => onPick(persona)} />
        ))}
      </CellGroup>
      <Notice>{texts.testAccountsHint}</Notice>
    </>
  )
}
