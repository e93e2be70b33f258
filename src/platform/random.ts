import { DeviceError } from './device-error'

/**
 * Bytes that nobody can guess, for keys and nonces. Asynchronous because WeChat's are.
 * @throws DeviceError UNSUPPORTED where the device has none: a key out of `Math.random` would be worse than no key
 */
export function randomBytes(length: number): Promise<Uint8Array> {
  if (typeof crypto === 'undefined' || typeof crypto.getRandomValues !== 'function') return Promise.reject(new DeviceError('UNSUPPORTED', 'random: no crypto'))
  return Promise.resolve(crypto.getRandomValues(new Uint8Array(length)))
}
