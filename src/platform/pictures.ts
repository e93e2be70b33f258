import { openOverlay } from './overlays'

const ID = 'z-viewer'

/**
 * Shows one picture over the whole screen; a tap, Enter, Escape or the way back closes it. Own code on H5, because Taro.previewImage brings a
 * swiper of 42 KB gzip to the first page. `hint` stands below the picture. A second picture while one is shown is the second tap of two.
 */
export function showPictures(urls: string[], current: string = urls[0] ?? '', hint = '点按任意处关闭'): void {
  if (typeof document === 'undefined' || !current || document.getElementById(ID)) return
  const overlay = document.createElement('div')
  overlay.id = ID
  overlay.setAttribute('role', 'dialog')
  overlay.setAttribute('aria-modal', 'true')
  overlay.setAttribute('aria-label', '查看图片')
  overlay.tabIndex = -1
  overlay.style.cssText = 'position:fixed;top:0;right:0;bottom:0;left:0;z-index:9999;background:rgba(0,0,0,.92);display:flex;flex-direction:column;align-items:center;justify-content:center'
  const picture = document.createElement('img')
  picture.src = current
  picture.alt = '图片'
  picture.style.cssText = 'max-width:100%;min-height:0;object-fit:contain'
  const words = document.createElement('p')
  words.textContent = hint
  words.style.cssText = 'margin:0;padding:12px;color:#fff;font-size:18px;text-align:center'
  const close = (): void => {
    overlay.remove()
    release()
  }
  const release = openOverlay({ close, boxId: ID })
  overlay.addEventListener('click', close)
  overlay.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') close()
  })
  overlay.append(picture, words)
  document.body.appendChild(overlay)
  overlay.focus()
}
