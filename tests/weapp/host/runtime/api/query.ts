// createSelectorQuery; positions are relative to the page's web view (all 0 without layout).
import { builtinOf, wxElementOf } from '../dom'
import { translate } from '../inspect'
import { currentPage, shownPage } from '../pages'
import { guarded, isFunction } from '../state'
import { optionsOf, wx, type Options } from './define'

function measure(dom: Element, fields: Options): Options {
  const result: Options = {}
  const element = wxElementOf(dom)
  const origin = shownPage().outer.getBoundingClientRect()
  const box = dom.getBoundingClientRect()
  if (fields.id) result.id = element?.id ?? dom.id
  if (fields.dataset) result.dataset = { ...element?.dataset }
  if (fields.rect) Object.assign(result, { left: box.left - origin.left, top: box.top - origin.top, right: box.right - origin.left, bottom: box.bottom - origin.top })
  if (fields.size) Object.assign(result, { width: box.width, height: box.height })
  if (fields.scrollOffset) Object.assign(result, { scrollLeft: dom.scrollLeft, scrollTop: dom.scrollTop, scrollWidth: dom.scrollWidth, scrollHeight: dom.scrollHeight })
  const properties: unknown[] = Array.isArray(fields.properties) ? fields.properties : []
  for (const name of properties) result[String(name)] = builtinOf(dom)?.data[String(name)]
  return result
}

class SelectorQuery {
  private readonly queue: (() => unknown)[] = []

  private nodes(selector: string | null, all: boolean) {
    const add = (fields: Options, callback: unknown): this => {
      this.queue.push(() => {
        const body = currentPage()?.body
        const found = selector === null ? currentPage()?.scroller : body?.querySelectorAll(translate(selector.replace(/>>>/g, ' ')))
        const measured = (found instanceof Element ? [found] : [...(found ?? [])]).map((dom) => measure(dom, fields))
        const result = all ? measured : measured[0] ?? null
        if (isFunction(callback)) guarded('selector query', () => callback(result))
        return result
      })
      return this
    }
    return {
      boundingClientRect: (callback?: unknown) => add({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback?: unknown) => add({ id: true, dataset: true, scrollOffset: true }, callback),
      fields: (fields: unknown, callback?: unknown) => add(optionsOf(fields), callback),
      node: (callback?: unknown) => add({}, callback),
    }
  }
  /** One document: every selector is looked up in the page shown. */
  in(): this {
    return this
  }
  select(selector: string) {
    return this.nodes(selector, false)
  }
  selectAll(selector: string) {
    return this.nodes(selector, true)
  }
  selectViewport() {
    return this.nodes(null, false)
  }
  exec(callback?: unknown): this {
    window.setTimeout(() => {
      const results = this.queue.map((run) => run())
      if (isFunction(callback)) guarded('selector query', () => callback(results))
    })
    return this
  }
}

export function defineQueries(): void {
  wx.createSelectorQuery = () => new SelectorQuery()
}
