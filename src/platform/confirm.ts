import type { Question } from './confirm.types'
import { openOverlay } from './overlays'

const ID = 'z-dialog'
let asking = false

/**
 * True for the confirming answer, false for the other, for Escape, for the way back, and where a question stands already: the second tap of two.
 * Never throws. Own code on H5: Taro.showModal draws boxes that neither a keyboard nor a screen reader finds, in small text also for 长辈版.
 * Twin: confirm.weapp.ts.
 */
export function confirm<Ok extends string = never, Cancel extends string = never>({ title, text = '', ok, cancel }: Question<Ok, Cancel>): Promise<boolean> {
  if (typeof document === 'undefined' || asking) return Promise.resolve(false)
  asking = true
  return new Promise((resolve) => {
    const answer = (yes: boolean) => (): void => {
      asking = false
      overlay.remove()
      release()
      resolve(yes)
    }
    const [yes, no] = [answer(true), answer(false)]
    const buttons = [buttonOf(cancel ?? '取消', 'z-btn z-btn--secondary', no), buttonOf(ok ?? '确定', 'z-btn z-btn--primary', yes)]
    const paper = boxOf('z-dialog-paper', [boxOf('z-dialog-title', title, `${ID}-title`), boxOf('z-dialog-text', text, `${ID}-text`), boxOf('z-dialog-foot', buttons)])
    for (const [name, value] of Object.entries({ role: 'alertdialog', 'aria-modal': 'true', 'aria-labelledby': `${ID}-title`, 'aria-describedby': `${ID}-text` })) paper.setAttribute(name, value)
    const overlay = boxOf(`page-root z-dialog${document.body.classList.contains('elder') ? ' elder' : ''}`, [paper], ID)
    const release = openOverlay({ close: no, boxId: ID })
    document.body.appendChild(overlay)
    // What changes nothing has the keyboard first.
    buttons[0]?.focus()
  })
}

function boxOf(className: string, content: string | HTMLElement[], id?: string): HTMLElement {
  const box = document.createElement('div')
  box.className = className
  if (id) box.id = id
  if (typeof content === 'string') box.textContent = content
  else for (const child of content) box.appendChild(child)
  return box
}

function buttonOf(words: string, className: string, onPress: () => void): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = className
  button.textContent = words
  button.addEventListener('click', onPress)
  return button
}
