import { DeviceError } from './device-error'
import { mimeOf } from './file-kinds'
import type { PickedFile } from './files.types'
import type { PickImages } from './pick.types'

export type { PickImages, PickedFile }

let abandonPrevious: (() => void) | undefined

/**
 * Own `<input type="file">`: Taro's ignores the count and drops files that fail to load. It has to be clicked in the same
 * turn as the member's tap, so nothing here waits before `click()`. A browser without the input's `cancel` event (before
 * 2023) never tells of a closed picker: the wait then ends with the next pick.
 */
function openPicker(settings: { accept: string; multiple: boolean; capture?: 'environment' }): Promise<PickedFile[]> {
  abandonPrevious?.()
  return new Promise((resolve, reject) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = settings.accept
    input.multiple = settings.multiple
    if (settings.capture) input.setAttribute('capture', settings.capture)
    input.tabIndex = -1
    input.setAttribute('aria-hidden', 'true')
    input.style.display = 'none'
    const finish = () => {
      input.remove()
      abandonPrevious = undefined
    }
    const cancel = () => {
      finish()
      reject(new DeviceError('CANCELLED', 'picker closed'))
    }
    abandonPrevious = cancel
    input.addEventListener('cancel', cancel)
    input.addEventListener('change', () => {
      const chosen = [...(input.files ?? [])]
      if (chosen.length === 0) return cancel()
      finish()
      resolve(chosen.map((file) => ({ blob: file, name: file.name, size: file.size, mime: file.type || mimeOf(file.name) })))
    })
    document.body.append(input)
    input.click()
  })
}

/**
 * Photos from camera or album. On H5 the answer may hold more than `count`.
 * Call it directly in the tap handler, before any `await`.
 * @throws DeviceError CANCELLED, DENIED, FAILED
 */
export const pickImages = ({ source, count }: PickImages): Promise<PickedFile[]> =>
  openPicker({ accept: 'image/*', multiple: source === 'album' && count > 1, ...(source === 'camera' && { capture: 'environment' }) })

/**
 * PDF documents: from the device on H5, from a chat in WeChat (its only way).
 * Call it directly in the tap handler, before any `await`.
 * @throws DeviceError CANCELLED, DENIED, FAILED
 */
export const pickDocument = ({ count = 1 }: { count?: number } = {}): Promise<PickedFile[]> => openPicker({ accept: '.pdf,application/pdf', multiple: count > 1 })
