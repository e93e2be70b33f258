import type { DeviceRegistration } from '@/api/device'
import { AMBER_MS, GREEN_MS } from '@/domain/card-code-format'

/**
 * Whether a code of this phone would be refused for its time (R: clockSkew): the phone was more than five minutes off when it
 * last heard of the server, or is now before that moment. Without a network it cannot be known that a slow clock was put right.
 */
export function clockIsOff({ serverMs, deviceMs }: Pick<DeviceRegistration, 'serverMs' | 'deviceMs'>, nowMs: number): boolean {
  if (nowMs < serverMs - AMBER_MS) return true
  const putBack = nowMs < deviceMs
  return Math.abs(deviceMs - serverMs) > AMBER_MS && !putBack
}

/**
 * Whether readers would take a code of this phone for amber (R: clockSkew): the server decides then, and the member confirms on this phone.
 * As far as is known from the last answer of the server.
 */
export function clockDrifts({ serverMs, deviceMs }: Pick<DeviceRegistration, 'serverMs' | 'deviceMs'>, nowMs: number): boolean {
  return Math.abs(deviceMs - serverMs) > GREEN_MS && nowMs >= deviceMs
}
