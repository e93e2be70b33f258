import Taro from '@tarojs/taro'
import { DeviceError } from './device-error'

/** Pages without HTTPS have no `navigator.clipboard`. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.style.cssText = 'position:fixed;left:-9999px;top:0'
  document.body.append(area)
  area.select()
  area.setSelectionRange(0, text.length)
  try {
    return document.execCommand('copy')
  } finally {
    area.remove()
  }
}

/**
 * Copies and says 内容已复制 (WeChat says so itself). Own code: Taro's H5 variant also leaves the text in localStorage.
 * @throws DeviceError FAILED, DENIED
 */
export async function copyText(text: string): Promise<void> {
  const copied = await Promise.resolve(navigator.clipboard?.writeText(text)).then(
    () => navigator.clipboard !== undefined,
    () => false,
  )
  if (!copied && !copyBySelection(text)) throw new DeviceError('FAILED', 'clipboard: copy refused')
  void Taro.showToast({ title: '内容已复制', icon: 'none' })
}
