import type { LeadsTo } from '@/contract/schemas/common'
import { payoutWords } from '../../rules/payout-table'
import type { PayoutProgress } from '../../rules/payout-types'

/** Where the member does what a payout waits for, with the consent that is missing; null: it waits for nothing of theirs. */
export const actionAtOf = ({ accountCause, state }: Pick<PayoutProgress, 'accountCause' | 'state'>): LeadsTo | null =>
  payoutWords(state).memberActs ? (accountCause === 'C5_MISSING' ? { page: 'consents', id: 'C5' } : { page: 'bankCard', id: null }) : null
