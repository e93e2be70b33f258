import { useState } from 'react'
import { cleanPhone, cleanSmsCode } from '@/domain/cleaners'
import { steadyNow } from '@/platform/steady-clock'
import { act } from './act'
import { messageOf } from './api-error'

const UNSURE_ZH = '没有收到回应，短信可能已经发出。收到了可以直接填写；一分钟后还没有收到的，请重新获取。'

export const isPhone = (typed: string): boolean => /^1\d{10}$/.test(cleanPhone(typed))
export const isSmsCode = (typed: string): boolean => /^\d{6}$/.test(cleanSmsCode(typed))

/** A code by SMS to a phone, one at a time. `sent`: to whom the last one went (masked), and from when on (ms of `steadyNow`) there is another. */
export function useSmsCode() {
  const [sending, setSending] = useState(false)
  const [sent, setSent] = useState<{ to: string; nextAt: number } | null>(null)

  /** @returns why none was sent, in words; null: it is on its way */
  async function send(phone: string): Promise<string | null> {
    setSending(true)
    try {
      const { phoneMasked, resendInSeconds } = await act('sendSmsCode', { body: { phone: cleanPhone(phone) } })
      setSent({ to: phoneMasked, nextAt: steadyNow() + resendInSeconds * 1000 })
      return null
    } catch (error) {
      return messageOf(error, UNSURE_ZH) ?? ''
    } finally {
      setSending(false)
    }
  }
  return { sending, sent, send, again: () => setSent(sent && { ...sent, nextAt: 0 }), forget: () => setSent(null) }
}
