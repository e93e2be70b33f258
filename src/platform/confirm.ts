import type { Question } from './confirm.types'

const ID = 'z-dialog'

/**
 * True for the confirming answer, false for the other, for Escape and for the way back. Never throws. Own code on H5: Taro.showModal
 * draws boxes that neither a keyboard nor a screen reader finds, in small text also for 长辈版. Twin: confirm.weapp.ts.
 */
export function confirm({ title, text = '', ok = '确定', cancel = '取消' }: Question): Promise<boolean> {
  if (typeof document === 'undefined') return Promise.resolve(false)
  const before = document.activeElement
  return new Promise((resolve) => {
    const answer = (yes: boolean) => (): void => {
      overlay.remove()
      window.removeEventListener('popstate', no)
      if (before instanceof HTMLElement) before.focus()
      resolve(yes)
    }
    const [yes, no] = [answer(true), answer(false)]
    const buttons = [buttonOf(cancel, 'z-btn z-btn--secondary', no), buttonOf(ok, 'z-btn z-btn--primary', yes)]
    const paper = boxOf('z-dialog-paper', [boxOf('z-dialog-title', title, `${ID}-title`), boxOf('z-dialog-text', text, `${ID}-text`), boxOf('z-dialog-foot', buttons)])
    for (const [name, value] of Object.entries({ role: 'alertdialog', 'aria-modal': 'true', 'aria-labelledby': `${ID}-title`, 'aria-describedby': `${ID}-text` })) paper.setAttribute(name, value)
    const overlay = boxOf(`page-root z-dialog${document.body.classList.contains('elder') ? ' elder' : ''}`, [paper])
    overlay.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') no()
      if (event.key !== 'Tab') return
      event.preventDefault()
      ;(document.activeElement === buttons[0] ? buttons[1] : buttons[0])?.focus()
    })
    window.addEventListener('popstate', no)
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
