import Taro from '@tarojs/taro'
import { callDevice, DeviceError } from './device-error'
import type { SubscriptionAnswer, SubscriptionResult } from './subscribe.types'

export type { SubscriptionAnswer, SubscriptionResult } from './subscribe.types'

const ANSWERS: readonly string[] = ['accept', 'reject', 'ban', 'filter'] satisfies SubscriptionAnswer[]
const isAnswer = (value: unknown): value is SubscriptionAnswer => typeof value === 'string' && ANSWERS.includes(value)

/** See subscribe.ts. */
export const canSubscribe = (): boolean => typeof Taro.requestSubscribeMessage === 'function'

/** See subscribe.ts. */
export async function askSubscription(templateIds: string[]): Promise<SubscriptionResult> {
  if (templateIds.length < 1 || templateIds.length > 3) throw new DeviceError('FAILED', 'subscribe: 1 to 3 templates a call')
  // entityIds belongs to Alipay; the types ask for it all the same, WeChat ignores it.
  const answer: Record<string, unknown> & { errMsg: string } = { ...(await callDevice('requestSubscribeMessage', () => Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] }))) }
  const result: Record<string, SubscriptionAnswer> = {}
  for (const id of templateIds) {
    const said = answer[id]
    if (isAnswer(said)) result[id] = said
  }
  return result
}
