// How a built-in component is made on top of glass-easel.
import type { GeneralComponent } from 'glass-easel'
import { domOf, rememberBuiltin } from '../dom'
import { builtinTags, componentSpace } from '../space'

const camel = (name: string): string => name.replace(/-(\w)/g, (_, char: string) => char.toUpperCase())
/** Truth of a WXML attribute. */
export const isOn = (value: unknown): boolean => value === true || value === '' || (Boolean(value) && value !== 'false')
/** Text of a WXML attribute; '' for none. */
export const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

/** One living component, as the rest of the runtime sees it. */
export interface Builtin {
  readonly tag: string
  readonly dom: HTMLElement
  readonly data: Record<string, unknown>
  readonly dataset: Record<string, unknown>
  /** Changes a property from inside, as the member's hand does. */
  set(change: Record<string, unknown>): void
  fire(type: string, detail?: object, bubbles?: boolean): void
  /** What the kind of component can do besides. */
  can: Abilities
}

export interface Abilities {
  /** After every change of a property. */
  sync?(): void
  dispose?(): void
  /** What a <label> around it does. */
  activate?(): void
  formValue?(): unknown
  reset?(): void
  isChecked?(): boolean
  setChecked?(on: boolean): void
  choose?(value: unknown): void
  move?(step: number): boolean
}

interface Kind {
  props?: string[]
  /** Properties mirrored to the DOM, for style sheets and for the inspector. */
  attrs?: string[]
  init?(self: Builtin): Abilities
}

const ARIA = ['aria-label', 'aria-role', 'aria-checked', 'aria-hidden', 'aria-disabled', 'aria-live', 'aria-modal', 'role']
const COMMON = ['hidden', 'animation', 'name', ...ARIA]

export function define(tag: string, { props = [], attrs = [], init }: Kind = {}): void {
  builtinTags.add(tag)
  const mirrored = ['hidden', ...attrs, ...ARIA]
  const living = new WeakMap<object, Builtin>()

  const update = (self: Builtin | undefined): void => {
    if (!self) return
    for (const attr of mirrored) {
      const value = self.data[camel(attr)]
      const state = attr.startsWith('aria-') ? value !== undefined && value !== null && value !== '' : isOn(value) && value !== ''
      if (state) self.dom.setAttribute(attr, value === true && !attr.startsWith('aria-') ? '' : String(value))
      else self.dom.removeAttribute(attr)
    }
    self.can.sync?.()
  }

  const builtin = (component: GeneralComponent): Builtin | null => {
    const dom = domOf(component)
    return dom && {
      tag,
      dom,
      get data() {
        return component.data
      },
      get dataset() {
        return component.dataset
      },
      set: (change) => component.setData(change),
      fire: (type, detail = {}, bubbles = false) => component.triggerEvent(type, detail, { bubbles, composed: bubbles, capturePhase: bubbles }),
      can: {},
    }
  }

  const definition = componentSpace.defineComponent({
    is: `wx/${tag}`,
    options: { virtualHost: false, writeIdToDOM: true },
    properties: Object.fromEntries([...new Set([...props, ...attrs, ...COMMON])].map((name) => [camel(name), { type: null, value: undefined }])),
    observers: {
      '**'() {
        update(living.get(this))
      },
    },
    lifetimes: {
      attached() {
        const self = builtin(this)
        if (!self) return
        rememberBuiltin(self.dom, self)
        self.can = init?.(self) ?? {}
        living.set(this, self)
        update(self)
      },
      detached() {
        living.get(this)?.can.dispose?.()
      },
    },
  })
  componentSpace.setGlobalUsingComponent(tag, definition)
}
