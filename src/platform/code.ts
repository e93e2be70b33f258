import { DeviceError } from './device-error'

/**
 * Code that is fetched when it is first needed. Every `import()` stands in here (a lint rule): one that fails has words and may be tried again.
 * @throws DeviceError NOT_LOADED: no network, a portal, or a newer version has taken its place
 */
export const fetchCode = <T>(load: () => Promise<T>): Promise<T> =>
  load().catch((error: unknown) => {
    throw new DeviceError('NOT_LOADED', String(error))
  })
