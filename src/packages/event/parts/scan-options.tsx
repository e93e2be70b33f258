import { useState } from 'react'
import { go, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useTyped } from '@/state/draft-store'
import { useRep } from '@/state/rep-store'
import { Button, Card, Cell, CellGroup, Field, kinds, SwitchRow } from '@/ui'
import { entryTexts, scanTexts as t, signTexts } from '../texts'

export interface ScanOptionsProps {
  eventId: string
  offline: boolean
  sign: boolean
  onSign: (on: boolean) => void
  /** Scans on this phone that wait. */
  waiting: number
  /** Those that the server refused and the rep has not yet read. */
  refused: number
  /** False: somebody before is not done yet, and what was pasted stays. */
  onCode: (text: string) => boolean
  /** Where the page shows the camera itself: a photo is the way that is left. */
  onPhoto: (() => void) | undefined
}

/** What is needed now and then, below what is needed each time: how to go on without network, phone or a readable code. */
export function ScanOptions({ eventId, offline, sign, onSign, waiting, refused, onCode, onPhoto }: ScanOptionsProps) {
  const setOffline = useRep((rep) => rep.setOffline)
  const { value, set, forget } = useTyped(`paste:${eventId}`)
  const typed = value('code')
  const [problem, setProblem] = useState<string>()
  const check = (): void => {
    const taken = typed.trim() !== '' && onCode(typed)
    setProblem(typed.trim() === '' ? t.codeMissing : taken ? undefined : t.codeWaits)
    if (taken) forget()
  }
  return (
    <>
      <CellGroup>
        <SwitchRow label={t.offline} detail={t.offlineDetail} checked={offline} onChange={(on) => setOffline(eventId, on)} />
        <Cell icon="progress" title={t.queue(waiting, refused)} onPress={() => go(withParams(routes.repQueue, { eventId }))} />
        <SwitchRow label={signTexts.toggle} detail={signTexts.toggleDetail} checked={sign} onChange={onSign} />
        <Cell icon="edit" title={entryTexts.open} detail={entryTexts.openDetail} onPress={() => go(withParams(routes.repEntry, { eventId }))} />
      </CellGroup>
      <Card title={t.paste}>
        <Field id="code" label={t.code} hint={t.codeHint} kind={kinds.code} value={typed} onChange={set('code')} onConfirm={check} error={problem} />
        <Button kind="secondary" onPress={check}>{t.check}</Button>
        {onPhoto ? <Button kind="text" onPress={onPhoto}>{t.photo}</Button> : null}
      </Card>
    </>
  )
}
