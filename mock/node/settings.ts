import type { Limits } from '../core/types'

/** What can be set from outside, all by environment variables. */
export interface Settings {
  port: number
  host: string
  dataDir: string
  store: 'sqlite' | 'memory'
  testMode: boolean
  webDir: string
  allowedOrigins: string[]
  /** Proxies of one's own in front, whose X-Forwarded-For is believed. Missing: none. */
  trustProxy?: number
  limits: Limits | null
  /** Papers are read, where the packages for it are installed. Missing: not. */
  recognition?: boolean
  /** Address of the app from outside, for posters; undefined: one that leads nowhere. */
  publicUrl?: string
}

/** Generous: a whole office behind one address, and browser tests, must fit. */
const USUAL_LIMITS: Limits = { general: 6000, sms: 60 }

/** One clear line for whoever starts the server. */
export class BadSetting extends Error {}

/** @throws BadSetting */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const port = Number(env.PORT ?? 8788)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new BadSetting(`PORT must be a number from 0 to 65535, not «${env.PORT}».`)
  const store = env.STORE ?? 'sqlite'
  if (store !== 'sqlite' && store !== 'memory') throw new BadSetting(`STORE must be sqlite or memory, not «${store}».`)
  const trustProxy = Number(env.TRUST_PROXY ?? 0)
  if (!Number.isInteger(trustProxy) || trustProxy < 0 || trustProxy > 9) throw new BadSetting(`TRUST_PROXY must be how many proxies stand in front, from 0 to 9, not «${env.TRUST_PROXY}».`)
  return {
    port,
    host: env.HOST ?? '127.0.0.1',
    dataDir: env.DATA_DIR ?? '.data',
    store,
    testMode: env.TEST_MODE === '1',
    webDir: env.WEB_DIR ?? 'dist/h5',
    allowedOrigins: (env.ALLOWED_ORIGINS ?? '').split(',').map((origin) => origin.trim()).filter((origin) => origin !== ''),
    trustProxy,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
    recognition: env.RECOGNITION !== 'off',
    limits: env.RATE_LIMITS === 'off' ? null : USUAL_LIMITS,
  }
}
