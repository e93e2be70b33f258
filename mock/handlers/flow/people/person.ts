import type { Account } from '../../../store/entities'
import type { FlowContext } from '../context'
import { notify } from '../notify'

/** The same person under another name or phone: covers, claims, money and drafts hang on the account, not on either. The member is told. */
export async function correctPerson(context: FlowContext, account: Account, change: Partial<Pick<Account, 'name' | 'mobile'>>): Promise<Account> {
  const corrected: Account = { ...account, ...change, version: account.version + 1 }
  await context.tx.put('account', corrected)
  await notify(context, account.id, 'DATA_CORRECTED', {})
  return corrected
}

/** Whether the phone is that of somebody else. */
export const isPhoneTaken = async ({ tx }: Pick<FlowContext, 'tx'>, phone: string, accountId: string): Promise<boolean> =>
  (await tx.list('account')).some(({ id, mobile }) => id !== accountId && mobile === phone)
