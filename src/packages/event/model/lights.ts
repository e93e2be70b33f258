import type { Light } from '@/contract/schemas/event'
import { beep } from '@/platform/beep'
import { buzz } from '@/platform/buzz'
import type { IconName, Tone } from '@/ui'

/** Look of each light: tone, icon and (see texts) a word. */
export const lightTone: Record<Light, Tone> = { green: 'success', amber: 'warn', red: 'action' }
export const lightIcon: Record<Light, IconName> = { green: 'check', amber: 'clock', red: 'close' }
/** Felt and heard without looking: once and high, twice, long and low. */
export function feel(light: Light): void {
  buzz(light === 'green' ? 'once' : light === 'amber' ? 'twice' : 'long')
  beep(light === 'green' ? 'high' : light === 'amber' ? 'twice' : 'low')
}
