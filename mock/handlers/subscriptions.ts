import type { MessageTemplate, Subscription } from '@/contract/schemas/session'
import type { Handler, HandlerContext } from '../core'
import { messageTemplates, offeredAfter, templateTitleZh, type AskAfter } from '../rules/subscriptions'
import { noteAnswer } from './flow/subscribe'
import { isGranted } from './guards'

/** Ids that WeChat would have given out; the simulated one takes any of the right form. */
const templateIds: Readonly<Record<MessageTemplate, string>> = {
  ACTION_NEEDED: 'zsb-sample-template-action-needed-000000001',
  CLAIM_PROGRESS: 'zsb-sample-template-claim-progress-00000002',
  PAYOUT_RESULT: 'zsb-sample-template-payout-result-000000003',
  GIFT_RESULT: 'zsb-sample-template-gift-result-00000000004',
  RENEWAL: 'zsb-sample-template-renewal-000000000000005',
}

type Reader = Pick<HandlerContext<'listSubscriptions'>, 'account' | 'now' | 'tx'>

async function ledgerView({ account, now, tx }: Reader, after: AskAfter | undefined): Promise<{ items: Subscription[] }> {
  const ledger = await tx.list('subscription', account.id)
  const offered = after === undefined ? [] : offeredAfter(after, ledger, await isGranted(tx, account.id, 'C7'), now)
  return {
    items: messageTemplates.map((template) => ({
      template,
      templateId: templateIds[template],
      titleZh: templateTitleZh(template),
      left: ledger.find((entry) => entry.template === template)?.left ?? 0,
      offered: offered.includes(template),
    })),
  }
}

export const listSubscriptions: Handler<'listSubscriptions'> = async (context) => ledgerView(context, context.query.after)

export const answerSubscriptions: Handler<'answerSubscriptions'> = async (context) => {
  for (const { template, answer } of context.body.answers) await noteAnswer(context, context.account.id, template, answer)
  return ledgerView(context, undefined)
}
