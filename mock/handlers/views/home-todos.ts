import type { Todo } from '@/contract/schemas/member'
import type { Instant, LocalDate } from '@/domain/dates'
import type { Account } from '../../store/entities'
import type { Tx } from '../../store/store'

interface Reader {
  tx: Tx
  account: Account
  now: Instant
  today: LocalDate
}

export async function todosOf(_reader: Reader): Promise<Todo[]> {
  return []
}
