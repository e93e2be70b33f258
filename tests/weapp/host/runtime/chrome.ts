// What WeChat itself draws: navigation bar, tab bar, toast, dialogs, sheets.
import { element } from './dom'
import { app, device, tabPaths, tabs } from './state'

const root = document.documentElement.style
root.setProperty('--safe-top', `${device.statusBarHeight}px`)
root.setProperty('--safe-bottom', `${device.safeBottom}px`)
root.setProperty('--safe-left', '0px')
root.setProperty('--safe-right', '0px')
root.setProperty('--status-bar', `${device.statusBarHeight}px`)

/** Filled in by pages.ts. */
export const hooks = { back: () => {}, tab: (_index: number) => {} }

const navBar = element('div', 'wx-nav')
const backButton = element('div', 'wx-nav-back')
const title = element('div', 'wx-nav-title')
navBar.append(backButton, title)
document.body.append(navBar, element('div', 'wx-capsule'))
backButton.addEventListener('click', () => hooks.back())

export interface Bar {
  title: string
  background: string
  color: string
  custom: boolean
}

export function drawNavBar(bar: Bar, depth: number): void {
  navBar.hidden = bar.custom
  title.textContent = bar.title
  backButton.hidden = depth < 2
  navBar.style.background = bar.background || '#fff'
  navBar.style.color = /^(white|#fff(fff)?)$/.test(bar.color) ? '#fff' : '#000'
}

// --- tab bar
export const tabState = { hidden: false, badges: new Map<number, string>(), texts: tabs.map((tab) => tab.text) }
const tabBar = element('div', 'wx-tab')

export function drawTabBar(path: string): void {
  tabBar.remove()
  const shown = tabPaths.includes(path) && !tabState.hidden && app.tabBar?.custom !== true
  document.body.classList.toggle('has-tab', shown)
  if (!shown) return
  tabBar.replaceChildren(...tabs.map((tab, index) => {
    const button = element('b', '', tabState.texts[index])
    button.style.color = (tab.pagePath === path ? app.tabBar?.selectedColor : app.tabBar?.color) ?? '#000'
    const badge = tabState.badges.get(index)
    if (badge !== undefined) button.append(element('i', 'wx-badge', badge))
    button.addEventListener('click', () => hooks.tab(index))
    return button
  }))
  document.body.append(tabBar)
}

// --- toast and loading share one place, as in WeChat
let tip: HTMLElement | null = null
let tipTimer: number | undefined

export function hideTip(): void {
  window.clearTimeout(tipTimer)
  tip?.remove()
  tip = null
}
export function showTip(text: string, mask: boolean, duration: number): void {
  hideTip()
  tip = element('div', mask ? 'wx-tip wx-tip-mask' : 'wx-tip')
  tip.append(element('div', 'wx-toast', text))
  document.body.append(tip)
  if (duration > 0) tipTimer = window.setTimeout(hideTip, duration)
}

// --- dialogs: each resolves with what the member tapped
function dialog<T>(content: (Node | null)[], choices: { text: string; value: () => T; className: string }[]): Promise<T> {
  return new Promise((resolve) => {
    const mask = element('div', 'wx-mask')
    const box = element('div', 'wx-modal')
    const buttons = choices.map(({ text, value, className }) => {
      const button = element('button', className, text)
      button.addEventListener('click', () => {
        mask.remove()
        resolve(value())
      })
      return button
    })
    box.append(...content.flatMap((node) => node ?? []), ...buttons)
    mask.append(box)
    document.body.append(mask)
  })
}

export interface ModalOptions {
  title: string
  content: string
  editable: boolean
  placeholder: string
  cancelText: string | null
  confirmText: string
}

export function showModal(options: ModalOptions): Promise<{ confirm: boolean; cancel: boolean; content: string | null }> {
  const editor = options.editable ? document.createElement('input') : null
  if (editor) Object.assign(editor, { placeholder: options.placeholder, value: options.content })
  const answer = (confirm: boolean) => () => ({ confirm, cancel: !confirm, content: confirm && editor ? editor.value : null })
  const choices = [{ text: options.confirmText, value: answer(true), className: 'ok' }]
  if (options.cancelText !== null) choices.unshift({ text: options.cancelText, value: answer(false), className: 'cancel' })
  return dialog([element('h4', '', options.title), editor ?? element('p', '', options.content)], choices)
}

/** Resolves with the index, or -1 for 取消. */
export function showSheet(labels: string[], heading: string): Promise<number> {
  const choices = [...labels, '取消'].map((text, index) => ({ text, value: () => (index < labels.length ? index : -1), className: 'wx-sheet-item' }))
  return dialog([heading ? element('h4', '', heading) : null], choices)
}

/** A sheet with free content; resolves true for 确定. */
export function showPanel(content: HTMLElement): Promise<boolean> {
  return dialog([content], [{ text: '取消', value: () => false, className: 'cancel' }, { text: '确定', value: () => true, className: 'ok' }])
}
