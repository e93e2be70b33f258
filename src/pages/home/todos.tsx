import type { Todo } from '@/contract/schemas/member'
import { go } from '@/platform/navigation'
import { addressOf } from '@/routes'
import { Cell, CellGroup, type IconName } from '@/ui'
import { texts } from './texts'

const icons: Record<Todo['kind'], IconName> = {
  GIFT: 'gift', RENEWAL: 'shield', DRAFT: 'edit', SUPPLEMENT: 'warn', CONFIRM: 'bell', RECOVERY: 'warn', BANK_CARD: 'bank', CONSENT: 'lock', IN_REVIEW: 'clock', MONEY_ON_THE_WAY: 'progress', PAID: 'check',
}

/** What others do, or what has come: nothing waits for the member. */
const news: ReadonlySet<Todo['kind']> = new Set(['IN_REVIEW', 'MONEY_ON_THE_WAY', 'PAID'])

/** What waits for me, and what I wait for; the server says what and in which order. */
export function Todos({ todos }: { todos: readonly Todo[] }) {
  return (
    <>
      <Group title={texts.todoTitle} todos={todos.filter(({ kind }) => !news.has(kind))} />
      <Group title={texts.newsTitle} todos={todos.filter(({ kind }) => news.has(kind))} />
    </>
  )
}

function Group({ title, todos }: { title: string; todos: readonly Todo[] }) {
  if (todos.length === 0) return null
  return (
    <CellGroup title={title}>
      {todos.map(({ kind, titleZh, textZh, leadsTo }, place) => (
        <Cell key={place} icon={icons[kind]} title={titleZh} detail={textZh} onPress={() => go(addressOf(leadsTo))} />
      ))}
    </CellGroup>
  )
}
