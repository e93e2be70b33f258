import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { personasQuery } from '@/api/tester'
import { Button, Card, Choice } from '@/ui'
import type { Console } from '../model/console'
import { settlementKinds, texts as t, type SettlementKind } from '../texts'

/** The medical insurance partner: reports a stay of somebody, in order or with something against it. */
export function SettlementCard({ control }: { control: Console }) {
  const personas = useQuery(personasQuery()).data?.items ?? []
  const [open, setOpen] = useState(false)
  const [whose, setWhose] = useState<string>()
  const [kind, setKind] = useState<SettlementKind>('PLAIN')
  return (
    <Card title={t.settlement} icon="shield">
      {open ? (
        <>
          <Choice id="settlement-of" label={t.settlementOf} options={personas.map(({ personaId, nameZh, goodForZh }) => ({ value: personaId, label: nameZh, detail: goodForZh }))} value={whose} onChange={setWhose} />
          <Choice id="settlement-kind" label={t.settlementKind} options={settlementKinds.map(({ value, label }) => ({ value, label }))} value={kind} onChange={setKind} />
        </>
      ) : null}
      <Button kind="secondary" disabled={control.busy} onPress={open ? () => (whose ? control.pushSettlement(whose, kind) : undefined) : () => setOpen(true)}>{t.push}</Button>
    </Card>
  )
}
