// Page navigation.
import { EventChannel } from '../event-channel'
import { back, open } from '../pages'
import { isFunction } from '../state'
import { defineAsync, optionsOf } from './define'

export function defineNavigation(): void {
  defineAsync('navigateTo', ({ url, events }) => {
    const channel = new EventChannel()
    for (const [name, handler] of Object.entries(optionsOf(events))) if (isFunction(handler)) channel.on(name, handler)
    open(url, 'navigateTo', channel)
    return { eventChannel: channel }
  })
  defineAsync('redirectTo', ({ url }) => open(url, 'redirectTo'))
  defineAsync('switchTab', ({ url }) => open(url, 'switchTab'))
  defineAsync('reLaunch', ({ url }) => open(url, 'reLaunch'))
  defineAsync('navigateBack', ({ delta }) => back(Number(delta ?? 1)))
}
