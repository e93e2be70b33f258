import type { ValidCalls } from './valid-calls'

type Rows = 'listTestPayouts' | 'planBankOutcome' | 'actAsFinance' | 'getBankLedger' | 'pushSettlement'
const nothing = async (): Promise<Record<string, never>> => ({})

/** One call that succeeds for every row of the tester's bank and finance office. The driver's payout waits for a card. */
export const payoutTestCalls: Pick<ValidCalls, Rows> = {
  listTestPayouts: { by: 'tester', input: nothing },
  planBankOutcome: { by: 'tester', input: async () => ({ params: { payoutId: 'PY-2026-000021' }, body: { outcome: 'RETURNED', returnCode: 'DORMANT', times: 2 } }) },
  actAsFinance: { by: 'tester', input: async () => ({ params: { payoutId: 'PY-2026-000021' }, body: { action: 'CANCEL', causeZh: '收款人变更。', benefitDue: true } }) },
  getBankLedger: { by: 'tester', input: nothing },
  pushSettlement: { by: 'tester', input: async () => ({ body: { accountId: 'industrial' } }) },
}
