import { go } from '@/platform/navigation'
import { routes } from '@/routes'
import { useElderModeSwitch } from '@/api/elder-mode'
import { Cell, CellGroup, SwitchRow } from '@/ui'
import { texts } from './texts'

/** Messages, 长辈版, and in test mode the tester's console. */
export function More({ unread, testMode }: { unread: number; testMode: boolean }) {
  const elder = useElderModeSwitch()
  return (
    <CellGroup title={texts.more}>
      <Cell icon="bell" title={texts.messages} value={texts.unread(unread)} onPress={() => go(routes.messages)} />
      <SwitchRow label={texts.elder} detail={texts.elderDetail} checked={elder.on} onChange={elder.set} />
      {testMode ? <Cell icon="edit" title={texts.tester} detail={texts.testerDetail} onPress={() => go(routes.tester)} /> : null}
    </CellGroup>
  )
}
