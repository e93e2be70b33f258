import type { Core } from '@mock/core'
import { api, type Api } from './api'

/** Signs a persona (or a member of staff) in and returns their calls. */
export async function signIn(core: Core, personaId: string): Promise<Api> {
  const reply = await api(core)('signIn', { body: { method: 'wechat', code: `test:${personaId}`, privacyVersion: '1.0' } })
  return api(core, reply.ok().accessToken)
}

/** The tester controls: clock, decisions, reset. */
export async function tester(core: Core): Promise<Api> {
  const reply = await api(core)('openTesterSession', { body: {} })
  return api(core, reply.ok().accessToken)
}
