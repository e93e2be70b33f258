// Assembles the wx object.
import { addListener, isFunction, recordWarning, removeListener, stats } from '../state'
import { builtinTags } from '../space'
import { wx } from './define'
import { defineDevice } from './device'
import { defineFiles } from './files'
import { defineMedia } from './media'
import { defineNavigation } from './navigation'
import { defineNetwork } from './network'
import { defineOpen } from './open'
import { defineQueries } from './query'
import { defineStorage } from './storage'
import { defineUi } from './ui'

/** wx.onX and wx.offX; the host or the driver's emit() brings them about. */
const EVENTS = ['NetworkStatusChange', 'NetworkWeakChange', 'AppShow', 'AppHide', 'Error', 'PageNotFound', 'UnhandledRejection', 'ThemeChange',
  'KeyboardHeightChange', 'UserCaptureScreen', 'MemoryWarning', 'WindowResize', 'AudioInterruptionBegin', 'AudioInterruptionEnd']

/** Read by Taro and by libraries to find out what there is. */
const PROBED = /^(cloud|webpackJsonp|toJSON|then|constructor|prototype|\$\$typeof|[A-Z_$].*)$/

export function createWx(): object {
  for (const define of [defineNavigation, defineStorage, defineNetwork, defineFiles, defineMedia, defineDevice, defineUi, defineOpen, defineQueries]) define()
  for (const name of EVENTS) {
    wx[`on${name}`] ??= (listener: unknown) => isFunction(listener) && addListener(name, listener)
    wx[`off${name}`] ??= (listener?: unknown) => removeListener(name, isFunction(listener) ? listener : undefined)
  }
  wx.canIUse = (schema: unknown) => {
    const [name = ''] = String(schema).split('.')
    return name in wx || builtinTags.has(name)
  }
  // An unknown name stays undefined, so that feature tests work; calling it is a TypeError, listed here by its name.
  return new Proxy(wx, {
    get(target, key) {
      if (typeof key !== 'string' || key in target || PROBED.test(key)) return Reflect.get(target, key)
      if (!stats.unsupported.includes(key)) stats.unsupported.push(key)
      recordWarning(`wx.${key} does not exist in this host`)
      return undefined
    },
  })
}
