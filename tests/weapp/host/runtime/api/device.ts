// System information and device functions.
import { showTip } from '../chrome'
import { windowSize } from '../pages'
import { call, fromBase64, record } from '../rpc'
import { config, device } from '../state'
import { defineAsync, defineSync, wx } from './define'

/** What the app did to the phone. */
export const phone = { clipboard: '', brightness: 0.5, keepScreenOn: false }

function windowInfo(): object {
  const size = windowSize()
  const bottom = window.innerHeight - device.safeBottom
  const width = window.innerWidth
  const safeArea = { top: device.statusBarHeight, left: 0, right: width, bottom, width, height: bottom - device.statusBarHeight }
  return {
    pixelRatio: window.devicePixelRatio, screenWidth: width, screenHeight: window.innerHeight, windowWidth: size.width,
    windowHeight: size.height, statusBarHeight: device.statusBarHeight, screenTop: size.top, safeArea,
  }
}
const appBaseInfo = (): object => ({
  SDKVersion: device.SDKVersion, version: device.version, language: 'zh_CN', theme: 'light', enableDebug: false,
  fontSizeScaleFactor: device.fontSizeSetting / 16, fontSizeSetting: device.fontSizeSetting, host: { appId: '', env: 'WeChat' },
})
const deviceInfo = (): object => ({ brand: device.brand, model: device.model, system: device.system, platform: device.platform, benchmarkLevel: 30 })
const settingInfo = (): object => ({ bluetoothEnabled: true, locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' })
const systemInfo = (): object => ({ ...windowInfo(), ...appBaseInfo(), ...deviceInfo(), ...settingInfo() })

export function defineDevice(): void {
  wx.env = { USER_DATA_PATH: config.userDataPath }
  defineSync('getSystemInfoSync', systemInfo)
  defineAsync('getSystemInfo', systemInfo)
  defineAsync('getSystemInfoAsync', systemInfo)
  defineSync('getWindowInfo', windowInfo)
  defineSync('getAppBaseInfo', appBaseInfo)
  defineSync('getDeviceInfo', deviceInfo)
  defineSync('getSystemSetting', settingInfo)
  defineSync('getAccountInfoSync', () => ({ miniProgram: { appId: config.appId, envVersion: 'develop', version: '' }, plugin: {} }))
  defineSync('getMenuButtonBoundingClientRect', () => {
    const top = device.statusBarHeight + 6
    return { width: 87, height: 32, top, bottom: top + 32, right: window.innerWidth - 7, left: window.innerWidth - 94 }
  })
  defineSync('getLaunchOptionsSync', () => config.options)
  defineSync('getEnterOptionsSync', () => config.options)
  defineSync('getExptInfoSync', () => ({}))

  defineAsync('setScreenBrightness', ({ value }) => {
    phone.brightness = Number(value)
  })
  defineAsync('getScreenBrightness', () => ({ value: phone.brightness }))
  defineAsync('setKeepScreenOn', ({ keepScreenOn }) => {
    phone.keepScreenOn = keepScreenOn === true
  })
  for (const name of ['vibrateShort', 'vibrateLong', 'makePhoneCall', 'setVisualEffectOnCapture', 'hideKeyboard']) defineAsync(name)
  defineAsync('setClipboardData', ({ data }) => {
    phone.clipboard = String(data)
    showTip('内容已复制', false, 1500)
  })
  defineAsync('getClipboardData', () => ({ data: phone.clipboard }))
  defineAsync('getRandomValues', async ({ length }) => ({ randomValues: fromBase64(String(await call('random', { length }))) }))

  const log: Record<string, unknown> = { in: () => log, tag: () => log }
  for (const level of ['debug', 'info', 'log', 'warn', 'error', 'setFilterMsg', 'addFilterMsg']) log[level] = () => undefined
  wx.getLogManager = () => log
  wx.getRealtimeLogManager = () => log
  for (const name of ['reportEvent', 'reportMonitor', 'reportAnalytics', 'reportPerformance']) wx[name] = () => undefined
  wx.nextTick = (work: () => void) => Promise.resolve().then(work)
  wx.arrayBufferToBase64 = (buffer: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  wx.base64ToArrayBuffer = fromBase64
  wx.getUpdateManager = () => ({ onCheckForUpdate: () => undefined, onUpdateReady: () => undefined, onUpdateFailed: () => undefined, applyUpdate: () => undefined })
  defineAsync('getBatteryInfo', () => record({ level: 80, isCharging: false }))
}
