import type { DeviceRegistration } from './device'

/**
 * What no update throws away: without it the card shows no code and a rep judges no scan where there is no network. An older shape is brought
 * over by a step of its own, written when the shape changes; what no step knows stays on the phone as it is until the server's answer replaces it.
 * By the fingerprint that it was kept with (`''`: before there were fingerprints); undefined where it is damaged.
 */
type Step = (data: unknown) => unknown

const asItWas = (wanted: Readonly<Record<string, string>>, lists: readonly string[] = []): Step => (data) => {
  const parts: Readonly<Record<string, unknown>> = Object(data)
  return Object.keys(wanted).every((name) => typeof parts[name] === wanted[name]) && lists.every((name) => Array.isArray(parts[name])) ? data : undefined
}

export const carried: Readonly<Record<string, Readonly<Record<string, Step>>>> = {
  device: { '': asItWas({ publicKey: 'string', certificate: 'string', expiresMs: 'number', serverMs: 'number', deviceMs: 'number' } satisfies Record<keyof DeviceRegistration, string>) },
  'rep-kit': { '': asItWas({ event: 'object', rules: 'object', revocations: 'object', serverTime: 'string', fetchedAt: 'number' }, ['serverKeys', 'words']) },
}
