// The built-in component and the glass-easel element that a DOM node belongs to.
import type { Element as WxElement } from 'glass-easel'
import type { Builtin } from './components/define'

const builtins = new WeakMap<Node, Builtin>()
export const rememberBuiltin = (dom: Node, builtin: Builtin): unknown => builtins.set(dom, builtin)
export const builtinOf = (dom: Node | null | undefined): Builtin | undefined => (dom ? builtins.get(dom) : undefined)

/** All built-ins of a tag below a node, in document order. */
export function builtinsIn(root: ParentNode, tag: string): Builtin[] {
  return [...root.querySelectorAll(`wx-${tag}`)].flatMap((dom) => builtinOf(dom) ?? [])
}

/** glass-easel leaves itself on the nodes that it makes. */
export function wxElementOf(dom: Node | null): WxElement | undefined {
  for (let node = dom; node; node = node.parentNode) {
    const found: WxElement | undefined = Reflect.get(node, '__wxElement')
    if (found) return found
  }
  return undefined
}

export const domOf = (element: { $$: unknown }): HTMLElement | null => (element.$$ instanceof HTMLElement ? element.$$ : null)

export function element(tag: string, className = '', text?: string): HTMLElement {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

/** An id as written in the app; glass-easel puts the id of the component around it in front. */
export const byId = (id: string): string => `:is([id="${id}"],[id$="--${id}"])`
export const plainId = (id: string): string => id.replace(/^.*--/, '')
