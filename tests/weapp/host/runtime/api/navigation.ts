// Page navigation.
import { EventChannel } from '../event-channel'
import { back, open } from '../pages'
import { isFunction, packageOf } from '../state'
import { callMock, defineAsync, mocked, optionsOf } from './define'

/** The package of a page is fetched before it opens; the mock `loadSubpackage` is the line that it comes by. */
async function fetched(url: unknown): Promise<unknown> {
  const root = packageOf(String(url).replace(/^\//, ''))
  if (root && mocked.has('loadSubpackage')) await callMock('loadSubpackage', { root })
  return url
}

export function defineNavigation(): void {
  defineAsync('navigateTo', async ({ url, events }) => {
    await fetched(url)
    const channel = new EventChannel()
    for (const [name, handler] of Object.entries(optionsOf(events))) if (isFunction(handler)) channel.on(name, handler)
    open(url, 'navigateTo', channel)
    return { eventChannel: channel }
  })
  defineAsync('redirectTo', async ({ url }) => open(await fetched(url), 'redirectTo'))
  defineAsync('switchTab', ({ url }) => open(url, 'switchTab'))
  defineAsync('reLaunch', async ({ url }) => open(await fetched(url), 'reLaunch'))
  defineAsync('navigateBack', ({ delta }) => back(Number(delta ?? 1)))
}
