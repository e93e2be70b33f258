// What the driver asks of the page: texts, finding elements, counting nodes.
import type { Builtin } from './components/define'
import { builtinOf, plainId } from './dom'
import { currentPage } from './pages'
import { builtinTags } from './space'
import { config } from './state'
import { hiddenByRule } from './styles'

function visible(dom: HTMLElement): boolean {
  if (!config.layout) {
    for (let node: HTMLElement | null = dom; node; node = node.parentElement) {
      if (node.hidden || node.style.display === 'none' || node.style.visibility === 'hidden') return false
    }
    return !hiddenByRule(dom)
  }
  const box = dom.getBoundingClientRect()
  return box.width > 0 && box.height > 0 && getComputedStyle(dom).visibility !== 'hidden'
}

/** Dialogs first, WeChat's and the app's own, then what lies below them. */
function roots(): HTMLElement[] {
  const all = (selector: string, below: ParentNode = document) => [...below.querySelectorAll<HTMLElement>(selector)]
  const page = currentPage()?.outer
  return [
    ...all('.wx-mask, .wx-tip').reverse(),
    ...(page ? [...all('[aria-role="dialog"]', page).filter(visible).reverse(), page] : []),
    ...all('.wx-tab'),
    ...all('.wx-nav:not([hidden])'),
  ]
}

/** Where a finger reaches: a dialog of WeChat covers all else. */
function reachable(): HTMLElement[] {
  const [first, ...rest] = roots()
  return first && /wx-mask|wx-tip-mask/.test(first.className) ? [first] : [first, ...rest].filter((root) => root && !root.classList.contains('wx-tip'))
}

function textNodes(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node instanceof Text && node.data.trim() && node.parentElement && visible(node.parentElement)) found.push(node)
  }
  return found
}

const squash = (text: string): string => text.replace(/\s+/g, ' ').trim()
const OWNERS = 'wx-text,wx-button,wx-label,wx-view,button,b,div,p,h4'

/** One entry per innermost element that holds text; text pieces of one element are joined. */
export function texts(): string[] {
  const result: string[] = []
  for (const root of roots().filter((root) => !root.hasAttribute('aria-role'))) {
    let last: Element | null = null
    for (const node of textNodes(root)) {
      const owner = node.parentElement?.closest(OWNERS) ?? node.parentElement
      if (owner === last) result[result.length - 1] += node.data
      else result.push(node.data)
      last = owner
    }
  }
  return result.map(squash).filter(Boolean)
}

/** In one element, or across neighbours without what stands between. */
export function hasText(text: string): boolean {
  return roots().some((root) => {
    const nodes = textNodes(root)
    return nodes.some((node) => squash(node.data).includes(text)) || squash(nodes.map((node) => node.data).join('')).includes(text)
  })
}

/** Selector of the mini-program as one of the page: #id and tag names. */
export function translate(selector: string): string {
  return selector
    .replace(/#([\w\u4e00-\u9fff-]+)/g, ':is([id="$1"],[id$="--$1"])')
    .replace(/(^|[\s>+~,(])([a-z][a-z-]*)(?=$|[\s>+~,.:[)#])/g, (all, before: string, tag: string) => (builtinTags.has(tag) ? `${before}wx-${tag}` : all))
}

/** The smallest visible element whose text is `text`, else the smallest that contains it. */
function bestByText(root: HTMLElement, text: string): HTMLElement | null {
  let best: { dom: HTMLElement; rank: number } | null = null
  for (const node of textNodes(root)) {
    let dom = node.parentElement
    for (let steps = 0; dom && root.contains(dom) && steps < 4; steps += 1, dom = dom.parentElement) {
      const content = squash(dom.textContent ?? '')
      if (!content.includes(text)) continue
      const rank = (content === text ? 0 : 1000) + content.length + steps / 10
      if (!best || rank < best.rank) best = { dom, rank }
      break
    }
  }
  return best?.dom ?? null
}

export function findByText(text: string): HTMLElement | null {
  for (const root of reachable()) {
    const found = bestByText(root, text)
    if (found) return found
  }
  return null
}

/** What is pressed, where other words of the page say the same. */
export function findButton(text: string): HTMLElement | null {
  for (const root of reachable()) {
    const found = [...root.querySelectorAll<HTMLElement>('[aria-role="button"]')].find((dom) => visible(dom) && squash(dom.textContent ?? '') === text)
    if (found) return found
  }
  return findByText(text)
}

export function findBySelector(selector: string): HTMLElement | null {
  for (const root of reachable()) {
    const all = [...root.querySelectorAll<HTMLElement>(translate(selector))]
    const found = all.find(visible) ?? all[0]
    if (found) return found
  }
  return null
}

/** A target that may be a selector: what is none (Chinese text, punctuation) finds nothing. */
function trySelector(target: string): HTMLElement | null {
  try {
    return findBySelector(target)
  } catch {
    return null
  }
}

/** From a label to what it labels: up a few steps until something of the kind is below, then the first of it. */
function near(dom: HTMLElement | null, selector: string): HTMLElement | null {
  for (let node = dom, steps = 0; node && steps < 6 && !node.classList.contains('wx-body'); node = node.parentElement, steps += 1) {
    if (node.matches(selector)) return node
    const found = [...node.querySelectorAll<HTMLElement>(selector)].find(visible)
    if (found) return found
  }
  return null
}

/** The <input> or <textarea> of a placeholder, an aria-label, a name, a selector or a visible label. */
export function findField(target: string): HTMLInputElement | HTMLTextAreaElement | null {
  const named = (field: HTMLInputElement | HTMLTextAreaElement) =>
    [field.placeholder, field.getAttribute('aria-label'), builtinOf(field.parentElement)?.data.name].includes(target)
  for (const root of reachable()) {
    const found = [...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input,textarea')].find((field) => named(field) && visible(field))
    if (found) return found
  }
  const found = near(trySelector(target) ?? findByText(target), 'wx-input input,wx-textarea textarea,.wx-modal input')
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null
}

/** Component at, in or near a selector or text. */
export function findBuiltin(target: string, ...tags: string[]): Builtin | null {
  const selector = tags.map((tag) => `wx-${tag}`).join()
  const dom = trySelector(target) ?? findByText(target)
  return builtinOf(dom?.closest(selector) ?? near(dom, selector)) ?? null
}

const TICKS = '[aria-role="checkbox"],[aria-role="switch"],[aria-role="radio"],[role="checkbox"],[role="switch"],[role="radio"]'

/** A box to tick, native or own: where to tap, and whether it is on. */
export function findTick(target: string): { dom: HTMLElement; checked: boolean } | null {
  const label = trySelector(target) ?? findByText(target)
  const dom = near(label, `wx-checkbox,wx-switch,wx-radio,${TICKS}`)
  if (!dom) return null
  const native = builtinOf(dom)?.can.isChecked
  if (native) return { dom: dom.querySelector('input') ?? dom, checked: native() }
  return { dom, checked: dom.getAttribute('aria-checked') === 'true' }
}

export interface FieldState {
  tag: string
  id: string
  name: string
  placeholder: string
  value: unknown
  checked?: boolean
  disabled: boolean
}

export function fields(): FieldState[] {
  const all = reachable().flatMap((root) => [...root.querySelectorAll<HTMLElement>('wx-input,wx-textarea,wx-switch,wx-radio,wx-checkbox,wx-picker')]).filter(visible)
  return all.flatMap((dom) => builtinOf(dom) ?? []).map(({ tag, dom, data, can }) => ({
    tag, id: plainId(dom.id), name: String(data.name ?? ''), placeholder: String(data.placeholder ?? ''), value: can.formValue?.() ?? data.value ?? null,
    checked: can.isChecked?.(), disabled: data.disabled === true,
  }))
}

/** Elements of the page that fit the selector, seen or not. */
export const count = (selector: string): number => currentPage()?.outer.querySelectorAll(translate(selector)).length ?? 0

/** As WeChat's audits count: components of the page, not text. */
export function treeSize(): { nodes: number; depth: number } {
  let nodes = 0
  let depth = 0
  const walk = (dom: Element, level: number): void => {
    for (const child of dom.children) {
      const counts = child.tagName.includes('-') || child.tagName === 'COMP'
      if (counts) {
        nodes += 1
        depth = Math.max(depth, level)
      }
      walk(child, counts ? level + 1 : level)
    }
  }
  const body = currentPage()?.body
  if (body) walk(body, 1)
  return { nodes, depth }
}
