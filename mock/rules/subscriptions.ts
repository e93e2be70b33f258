import type { MessageTemplate, SubscriptionAnswer } from '@/contract/schemas/session'
import { addDays, localDateOf, type Instant } from '@/domain/dates'
import data from './data/notifications.json'

/** When WeChat's question may be put (notifications.json `askFor`). */
export type AskAfter = 'SUBMIT' | 'GIFT'

/** A refusal rests this long before the question comes again by itself (A). */
export const REFUSAL_RESTS_DAYS = 90
/** WeChat takes no more at once. */
const MOST_AT_ONCE = 3

const isTemplate = (text: string): text is MessageTemplate => Object.prototype.hasOwnProperty.call(data.templates, text)
export const templateIn = (text: string | null): MessageTemplate | null => (text !== null && isTemplate(text) ? text : null)
/** Every kind, in the order of notifications.json. */
export const messageTemplates: readonly MessageTemplate[] = Object.keys(data.templates).filter(isTemplate)
export const templateTitleZh = (template: MessageTemplate): string => data.templates[template]

export interface Ledger {
  template: MessageTemplate
  left: number
  lastAnswer: SubscriptionAnswer
  answeredAt: Instant
}

/**
 * What to ask about: what belongs to the occasion and cannot be sent any more, three at most. Nothing without C7, nothing that was
 * switched off in WeChat, and a refusal is respected for 90 days (A).
 */
export function offeredAfter(after: AskAfter, ledger: readonly Ledger[], c7: boolean, now: Instant): MessageTemplate[] {
  if (!c7) return []
  const wanted = (after === 'SUBMIT' ? data.askFor.afterSubmit : data.askFor.afterGift).filter(isTemplate)
  return wanted.filter((template) => mayAsk(ledger.find((entry) => entry.template === template), now)).slice(0, MOST_AT_ONCE)
}

function mayAsk(entry: Ledger | undefined, now: Instant): boolean {
  if (!entry) return true
  if (entry.left > 0) return false
  switch (entry.lastAnswer) {
    case 'accept':
      return true
    case 'reject':
      return localDateOf(now) >= addDays(localDateOf(entry.answeredAt), REFUSAL_RESTS_DAYS)
    case 'ban':
    case 'filter':
      return false
    default:
      return entry.lastAnswer satisfies never
  }
}
