import { learnServerTime } from '@/platform/server-clock'

export { serverNow } from '@/platform/server-clock'

/** Every answer carries the server's clock. */
export function noteServerTime(headers: unknown): void {
  const value = typeof headers === 'object' && headers !== null ? (headers as Record<string, unknown>)['x-server-time'] : undefined
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (!Number.isNaN(at)) learnServerTime(at)
}
