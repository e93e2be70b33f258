// glass-easel: code space, DOM backend, which DOM events reach templates, and the events given to app code.
import * as ge from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { builtinOf, domOf } from './dom'
import { guarded, isFunction, recordError, recordWarning, type AppFunction } from './state'

/** Tags drawn by the host as <wx-…>, so that a wx input can hold a DOM <input>. */
export const builtinTags = new Set<string>()

/** glass-easel declares the DOM anew; the DOM is equated with that declaration here and nowhere else. */
const asBackendNode = (node: Node): ge.domlikeBackend.Element => node as unknown as ge.domlikeBackend.Element

class Backend extends ge.CurrentWindowBackendContext {
  document = {
    createElement: (tag: string) => asBackendNode(document.createElement(builtinTags.has(tag) ? `wx-${tag}` : tag)),
    createTextNode: (text: string) => asBackendNode(document.createTextNode(text)),
    createDocumentFragment: () => asBackendNode(document.createDocumentFragment()),
  }
}

ge.globalOptions.writeIdToDOM = true
ge.addGlobalErrorListener((error, method) => {
  recordError(method ?? 'handler', error)
  return false
})
// Taro's templates set every attribute that exists anywhere; those unknown here are of no interest.
ge.addGlobalWarningListener((message) => {
  if (!/is not a valid property|for-list data is neither/.test(String(message))) recordWarning(`glass-easel: ${message}`)
  return false
})

const env = new MiniProgramEnv()
const context = new Backend()
ge.globalOptions.backendContext = context
export const codeSpace = env.createCodeSpace('main', true)
export const componentSpace = codeSpace.getComponentSpace()
const backend = env.associateBackend(context)

export const createRoot = (path: string) => backend.createRoot('wx-page-root', codeSpace, path)
export type PageRoot = ReturnType<typeof createRoot>
export function attachRoot(root: PageRoot, parent: HTMLElement, placeholder: HTMLElement): void {
  root.attach(asBackendNode(parent), asBackendNode(placeholder))
}

// Only these DOM events reach templates; all others are fired by the built-in components themselves.
const DOM_EVENTS = /^(tap|canceltap|touch\w+|longpress|animation\w+|transitionend)$/
// glass-easel's EventBubbleStatus, a const enum that a single-file compiler cannot read.
const NORMAL = 0
const NO_DEFAULT = 1

let lastTap = -Infinity
/** Some wx functions want the member's finger: a tap not longer ago than this many ms. */
export const tappedWithin = (ms: number): boolean => performance.now() - lastTap <= ms

context.onEvent((target, type, detail: unknown, options) => {
  if (!DOM_EVENTS.test(type)) return NORMAL
  const dom = domOf(target)
  if (type === 'tap') {
    lastTap = performance.now()
    if (dom?.closest('wx-button[disabled]')) return NORMAL
  }
  const event = new ge.Event(type, detail, options)
  ge.Event.dispatchEvent(target, event)
  return event.defaultPrevented() ? NO_DEFAULT : NORMAL
})

interface PlainTarget {
  id: string
  dataset: Record<string, unknown>
  offsetLeft: number
  offsetTop: number
}
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function plainTarget(caller: unknown): PlainTarget {
  const inner: unknown = isObject(caller) && '_$' in caller ? caller._$ : caller
  if (!(inner instanceof ge.Element)) return { id: '', dataset: {}, offsetLeft: 0, offsetTop: 0 }
  const dom = domOf(inner)
  return { id: inner.id, dataset: { ...inner.dataset }, offsetLeft: dom?.offsetLeft ?? 0, offsetTop: dom?.offsetTop ?? 0 }
}

/** A glass-easel event as the plain object that WeChat hands to the app. */
function plainEvent(event: unknown): unknown {
  if (!isObject(event) || !isFunction(event.getOriginalEvent)) return event
  const type = String(event.type)
  const original: unknown = event.getOriginalEvent()
  const pointer = original instanceof MouseEvent ? { x: original.pageX, y: original.pageY } : { x: 0, y: 0 }
  const isPointer = type === 'tap' || type === 'longpress' || type.startsWith('touch')
  return {
    type,
    timeStamp: event.timeStamp || performance.now(),
    target: plainTarget(event.target),
    currentTarget: plainTarget(event.currentTarget),
    mark: event.mark,
    detail: isPointer || !event.detail ? pointer : event.detail,
    touches: type.startsWith('touch') && isObject(event.detail) && Array.isArray(event.detail.touches) ? event.detail.touches : [],
    changedTouches: isPointer ? [{ identifier: 0, pageX: pointer.x, pageY: pointer.y, clientX: pointer.x, clientY: pointer.y }] : [],
  }
}

const LIFE_CYCLE = new Set([
  'onLoad', 'onShow', 'onReady', 'onHide', 'onUnload', 'onPullDownRefresh', 'onReachBottom', 'onPageScroll',
  'onShareAppMessage', 'onShareTimeline', 'onTabItemTap', 'onResize',
])

function withPlainEvent(handler: AppFunction): AppFunction {
  return function (this: unknown, event: unknown, ...rest: unknown[]) {
    return handler.call(this, plainEvent(event), ...rest)
  }
}

/** Handlers get plain events; what they throw is recorded by glass-easel's error listener. */
export function wrapHandlers(definition: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(definition).map(([name, value]) => [name, isFunction(value) && !LIFE_CYCLE.has(name) ? withPlainEvent(value) : value]))
}

/** The same for the methods of a component, which are functions all. */
export function wrapMethods(methods: Record<string, unknown>): Record<string, AppFunction> {
  return Object.fromEntries(Object.entries(methods).flatMap(([name, value]) => (isFunction(value) ? [[name, LIFE_CYCLE.has(name) ? value : withPlainEvent(value)]] : [])))
}

/** Between two moves of a finger, ms. */
const MOVE_MS = 4

/** Draws one stroke with a finger, points in px from the corner of the element: where there is no layout a mouse knows no place. */
export async function drawStroke(dom: HTMLElement, points: readonly (readonly [number, number])[]): Promise<void> {
  const builtin = builtinOf(dom)
  if (!builtin) return
  for (const [at, [x, y]] of points.entries()) {
    const finger = { identifier: 0, pageX: dom.offsetLeft + x, pageY: dom.offsetTop + y }
    guarded('touch', () => builtin.fire(at === 0 ? 'touchstart' : 'touchmove', { touches: [finger] }, true))
    await new Promise((resolve) => setTimeout(resolve, MOVE_MS))
  }
  guarded('touch', () => builtin.fire('touchend', { touches: [] }, true))
}

/** glass-easel makes no long press from a mouse. */
export function longPress(dom: HTMLElement): void {
  const builtin = builtinOf(dom)
  if (builtin) guarded('longpress', () => builtin.fire('longpress', {}, true))
}
