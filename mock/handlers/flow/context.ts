import type { Instant } from '@/domain/dates'
import type { Env } from '../../core'
import type { Actor, RuleContext } from '../../rules/actors'
import { workdayCalendar } from '../../rules/plans'
import type { FileStore, Tx } from '../../store/store'

/** What a flow needs of the request, or of the timer, that runs it. */
export interface FlowContext {
  tx: Tx
  env: Env
  now: Instant
  /** Where bytes of papers lie; what is deleted goes after the commit. Missing where nothing of it can be touched. */
  files?: FileStore
}

export const ruleContext = ({ now }: FlowContext, actor: Actor): RuleContext => ({ now, actor, calendar: workdayCalendar })
export const memberActor = (accountId: string): Actor => ({ role: 'MEMBER', ref: accountId })
