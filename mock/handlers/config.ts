import type { Handler } from '../core/types'
import { HOTLINE, privacy } from './words/privacy'

/** Oldest app that this server still understands. */
const MIN_VERSION = '0.1.0'

export const getConfig: Handler<'getConfig'> = async ({ env, now }) => ({
  minVersion: MIN_VERSION,
  testMode: env.testMode,
  serverTime: now,
  hotline: HOTLINE,
  privacy,
  notices: [],
})
