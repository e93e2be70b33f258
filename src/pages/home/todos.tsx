import type { Todo } from '@/contract/schemas/member'
import { go } from '@/platform/navigation'
import { addressOf } from '@/routes'
import { Cell, CellGroup, type IconName } from '@/ui'
import { texts } from './texts'

const icons: Record<Todo['kind'], IconName> = {
  GIFT: 'gift', RENEWAL: 'shield', DRAFT: 'edit', SUPPLEMENT: 'warn', CONFIRM: 'bell', RECOVERY: 'warn', BANK_CARD: 'bank', CONSENT: 'lock', IN_REVIEW: 'clock', MONEY_ON_THE_WAY: 'progress', PAID: 'check',
}

/** What waits for me; the server says what and in which order. */
export function Todos({ todos }: { todos: readonly Todo[] }) {
  if (todos.length === 0) return null
  return (
    <CellGroup title={texts.todoTitle}>
      {todos.map(({ kind, titleZh, textZh, leadsTo }, place) => (
        <Cell key={place} icon={icons[kind]} title={titleZh} detail={textZh} onPress={() => void go(addressOf(leadsTo))} />
      ))}
    </CellGroup>
  )
}
