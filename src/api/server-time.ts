/** Difference between the server's clock and the device's, in ms; learnt from every answer. */
let skewMs = 0

export function noteServerTime(headers: unknown): void {
  const value = typeof headers === 'object' && headers !== null ? (headers as Record<string, unknown>)['x-server-time'] : undefined
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (!Number.isNaN(at)) skewMs = at - Date.now()
}

/** The server's time now, in ms. Countdowns and «today» use it, never the phone's clock. */
export const serverNow = (): number => Date.now() + skewMs
