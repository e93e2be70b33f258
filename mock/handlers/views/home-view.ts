import type { Home, Todo } from '@/contract/schemas/member'
import type { Instant, LocalDate } from '@/domain/dates'
import { maskName } from '@/domain/masking'
import { isAutoPlan } from '../../rules/auto-claim'
import type { Account } from '../../store/entities'
import type { Tx } from '../../store/store'
import { consentIdOf } from '../records'
import { coverageViews } from './coverage-view'
import { todosOf } from './home-todos'

interface Reader {
  tx: Tx
  account: Account
  now: Instant
  today: LocalDate
}

/** What covers me, what waits for me. */
export async function homeView(reader: Reader): Promise<Home> {
  const { account, tx, now } = reader
  const todos: Todo[] = await todosOf(reader)
  const covers = (await coverageViews(reader)).filter(({ status }) => status !== 'ENDED')
  return {
    nameMasked: maskName(account.name),
    unionZh: account.union?.nameZh ?? null,
    memberNo: account.membership?.memberNo ?? null,
    covers,
    todos,
    // Withdrawn or turned down is an answer too: nobody is asked twice.
    offerAuto: covers.some(({ planId }) => isAutoPlan(planId)) && (await tx.get('consent', consentIdOf(account.id, 'C2'))) === undefined,
    unread: (await tx.list('message', account.id)).filter(({ read }) => !read).length,
    serverTime: now,
  }
}
