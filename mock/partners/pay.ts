import { msOf, toInstant, type Instant } from '@/domain/dates'
import type { PayMethod } from '@/contract/schemas/event'

export type ChargeResult = 'SUCCESS' | 'FAILED' | 'UNKNOWN'

/** Ways to pay and how the simulated partner behaves in each: a tester asks for an outcome by choosing the way. */
export const payMethods: readonly { method: PayMethod; labelZh: string; answers: ChargeResult }[] = [
  { method: 'WECHAT', labelZh: '微信支付（模拟：成功）', answers: 'SUCCESS' },
  { method: 'UNION_PAY', labelZh: '云闪付（模拟：先无回应，两分钟后查到成功）', answers: 'UNKNOWN' },
  { method: 'BANK_CARD', labelZh: '银行卡（模拟：余额不足）', answers: 'FAILED' },
]

/** Minutes until the partner knows what became of an instruction that it did not answer. */
const KNOWN_AFTER_MINUTES = 2

/** Charges once. UNKNOWN: no answer came, the money may or may not have moved. */
export const charge = (method: PayMethod): ChargeResult => payMethods.find((entry) => entry.method === method)?.answers ?? 'FAILED'

export const knownAt = (sentAt: Instant): Instant => toInstant(msOf(sentAt) + KNOWN_AFTER_MINUTES * 60_000)

/** What became of an instruction; asking changes nothing. */
export const query = (sentAt: Instant, now: Instant): ChargeResult => (now >= knownAt(sentAt) ? 'SUCCESS' : 'UNKNOWN')
