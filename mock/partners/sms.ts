import type { Env } from '../core/types'

/** The text-message service. There is none behind the mock: the code stands in the server's log, and only there. */
export const sendSms = (env: Env, phone: string, code: string): void => env.log(`短信（模拟）： ${phone} 的验证码是 ${code}`)
