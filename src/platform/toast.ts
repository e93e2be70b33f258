import { TOAST_MS } from './toast.types'

const ID = 'z-toast'
/** A reader that has not met the region yet says nothing of what is put into it, ms. */
const MET_MS = 100

let last: ReturnType<typeof setTimeout> | undefined

/** A line that goes by itself. Only for what also stands on the page. Never throws. Own code on H5: Taro's box is no live region. Twin: toast.weapp.ts. */
export function toast(text: string): void {
  if (typeof document === 'undefined') return
  const region = document.getElementById(ID) ?? regionOf()
  const say = (words: string, later: number, next?: () => void): void => {
    clearTimeout(last)
    last = setTimeout(() => {
      region.textContent = words
      next?.()
    }, later)
  }
  say(text, MET_MS, () => say('', TOAST_MS))
}

function regionOf(): HTMLElement {
  const region = document.createElement('div')
  region.id = ID
  region.className = 'z-toast'
  region.setAttribute('role', 'status')
  document.body.appendChild(region)
  return region
}
