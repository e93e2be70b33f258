import type { Instant, LeadsTo } from '@/contract/schemas/common'
import type { MessageTemplate, SubscriptionAnswer } from '@/contract/schemas/session'

/** What a member has said to one kind of subscribe message, and how many may still be sent. */
export interface SubscriptionRecord {
  id: string
  ownerId: string
  template: MessageTemplate
  left: number
  sent: number
  lastAnswer: SubscriptionAnswer
  answeredAt: Instant
}

/** A subscribe message as it was handed to WeChat: title, date, amount and number, nothing else. */
export interface WechatMessageRecord {
  id: string
  ownerId: string
  template: MessageTemplate
  titleZh: string
  dateZh: string
  amountZh: string | null
  number: string | null
  leadsTo: LeadsTo | null
  at: Instant
}
