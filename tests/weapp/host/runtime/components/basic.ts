// view, text, button, image, navigator, scroll-view, swiper; other containers are plain boxes.
import { call, record, resourceUrl } from '../rpc'
import { config } from '../state'
import { byId } from '../dom'
import { resetForm, submitForm } from './choice'
import { defineCamera } from './camera'
import { definePageContainer } from './page-container'
import { define, isOn, textOf, type Builtin } from './define'

/** Filled in by main.ts, so that components need not import pages or wx functions. */
export const services = {
  openType: (_kind: string, _self: Builtin) => {},
  navigate: (_data: Record<string, unknown>): Promise<unknown> => Promise.resolve(),
  pagePath: () => '',
}

/** Inert: their children show, nothing of their own does. */
const PLAIN = ['cover-view', 'block', 'movable-area', 'movable-view', 'video', 'map', 'canvas', 'icon', 'web-view', 'root-portal', 'page-meta',
  'navigation-bar', 'rich-text', 'slider', 'progress', 'picker-view', 'picker-view-column', 'cover-image', 'span']

function defineButton(): void {
  define('button', {
    props: ['loading', 'form-type', 'open-type', 'hover-class', 'lang', 'session-from', 'send-message-title'],
    attrs: ['type', 'size', 'disabled', 'plain'],
    init(self) {
      // The tap handler may disable the button before the click of the same finger arrives.
      let enabledAtPress = true
      const act = () => {
        const form = self.dom.closest('wx-form')
        if (form && self.data.formType === 'submit') submitForm(form, self)
        if (form && self.data.formType === 'reset') resetForm(form)
        if (self.data.openType) services.openType(textOf(self.data.openType), self)
      }
      self.dom.addEventListener('mousedown', () => {
        enabledAtPress = !isOn(self.data.disabled)
      })
      self.dom.addEventListener('click', () => enabledAtPress && act())
      return { activate: act }
    },
  })
}

const BACKGROUND_SIZE: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover', scaleToFill: '100% 100%', widthFix: '100% 100%', heightFix: '100% 100%' }

/** Size of a picture: the engine's own decoding, or without layout what the file says. */
async function loadPicture(source: string): Promise<{ width: number; height: number }> {
  if (!config.layout) {
    const info = record(await call('imageInfo', { src: source, base: services.pagePath() }))
    if (!info.width) throw new Error('not a picture')
    return { width: Number(info.width), height: Number(info.height) }
  }
  const image = new Image()
  image.src = resourceUrl(source, services.pagePath())
  await image.decode()
  return image
}

function defineImage(): void {
  define('image', {
    props: ['mode', 'lazy-load', 'show-menu-by-longpress', 'webp', 'fade-in'],
    attrs: ['src'],
    init(self) {
      let last = ''
      const show = async (source: string) => {
        const { dom } = self
        dom.dataset.state = source ? 'loading' : 'empty'
        dom.style.backgroundImage = ''
        if (!source) return
        try {
          const { width, height } = await loadPicture(source)
          if (last !== source) return
          dom.dataset.state = 'loaded'
          const mode = textOf(self.data.mode) || 'scaleToFill'
          if (config.layout) dom.style.backgroundImage = `url("${resourceUrl(source, services.pagePath())}")`
          dom.style.backgroundSize = BACKGROUND_SIZE[mode] ?? 'auto'
          if (mode === 'widthFix') dom.style.height = `${(dom.clientWidth * height) / width}px`
          if (mode === 'heightFix') dom.style.width = `${(dom.clientHeight * width) / height}px`
          self.fire('load', { width, height })
        } catch {
          if (last !== source) return
          dom.dataset.state = 'failed'
          self.fire('error', { errMsg: `GET ${source} failed` })
        }
      }
      return {
        sync() {
          const source = textOf(self.data.src)
          if (source === last && self.dom.dataset.state) return
          last = source
          void show(source)
        },
      }
    },
  })
}

function defineScrollView(): void {
  define('scroll-view', {
    props: ['scroll-top', 'scroll-left', 'scroll-into-view', 'scroll-with-animation', 'lower-threshold', 'upper-threshold', 'refresher-enabled', 'refresher-triggered', 'enhanced', 'enable-flex'],
    attrs: ['scroll-x', 'scroll-y'],
    init(self) {
      const { dom } = self
      let lowAt = -1
      dom.addEventListener('scroll', () => {
        const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = dom
        self.fire('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: 0, deltaY: 0 })
        const rest = isOn(self.data.scrollY) ? scrollHeight - clientHeight - scrollTop : scrollWidth - clientWidth - scrollLeft
        const near = rest <= Number(self.data.lowerThreshold ?? 50)
        if (near && lowAt !== scrollHeight) self.fire('scrolltolower', {})
        lowAt = near ? scrollHeight : -1
      })
      let target = ''
      return {
        sync() {
          if (self.data.scrollTop !== undefined && self.data.scrollTop !== null) dom.scrollTop = Number(self.data.scrollTop)
          const wanted = textOf(self.data.scrollIntoView)
          if (wanted && wanted !== target) window.setTimeout(() => dom.querySelector(byId(wanted))?.scrollIntoView?.())
          target = wanted
        },
      }
    },
  })
}

function defineSwiper(): void {
  define('swiper-item', { props: ['item-id'] })
  define('swiper', {
    props: ['current', 'autoplay', 'interval', 'circular', 'indicator-dots', 'vertical', 'duration', 'previous-margin', 'next-margin'],
    init(self) {
      let index = Number(self.data.current ?? 0)
      const items = () => [...self.dom.children].filter((child) => child.tagName === 'WX-SWIPER-ITEM')
      const mark = () => items().forEach((item, at) => item.toggleAttribute('data-current', at === index))
      const watcher = new MutationObserver(mark)
      watcher.observe(self.dom, { childList: true })
      return {
        dispose: () => watcher.disconnect(),
        move(step) {
          const count = items().length
          const next = isOn(self.data.circular) ? (index + step + count) % count : index + step
          if (next < 0 || next >= count) return false
          index = next
          self.set({ current: next })
          mark()
          self.fire('change', { current: next, currentItemId: '', source: 'touch' })
          self.fire('animationfinish', { current: next, currentItemId: '', source: 'touch' })
          return true
        },
        sync() {
          index = Number(self.data.current ?? index)
          mark()
        },
      }
    },
  })
}

function defineNavigator(): void {
  define('navigator', {
    props: ['url', 'open-type', 'delta', 'target', 'app-id', 'path', 'hover-class'],
    init(self) {
      self.dom.addEventListener('click', () => {
        services.navigate(self.data).then(() => self.fire('success'), (error: unknown) => self.fire('fail', { errMsg: record(error).errMsg }))
      })
      return {}
    },
  })
}

export function defineBasics(): void {
  define('view', { props: ['hover-class', 'hover-stop-propagation', 'hover-start-time', 'hover-stay-time'] })
  define('text', { props: ['selectable', 'space', 'decode', 'user-select'] })
  for (const tag of PLAIN) define(tag, { props: ['value', 'src', 'type', 'size', 'color', 'mode', 'nodes', 'show', 'percent'] })
  defineButton()
  defineImage()
  defineScrollView()
  defineSwiper()
  defineNavigator()
  defineCamera()
  definePageContainer()
}
