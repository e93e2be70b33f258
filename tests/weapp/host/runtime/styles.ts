// One style sheet per WXSS file; those of a page count only while it is shown (a page is a web view of its own).
import { config } from './state'

interface Sheet {
  css: string
  dom: HTMLStyleElement | null
}
const sheets = new Map<string, Sheet>()
/** Page path, or '' for app.wxss, to the WXSS files that it uses. */
const used = new Map<string, Set<string>>()
let applying = ''

/** A page's web view is a box here: what refers to the window or the phone's edges refers to that box. */
function adapt(css: string): string {
  return css
    .replace(/(^|[},\s])body(?=[\s,{.:>+~#[])/g, '$1.wx-body')
    .replace(/(-?\d*\.?\d+)vh\b/g, 'calc(var(--wx-vh)*$1)')
    .replace(/(?:env|constant)\(\s*safe-area-inset-(top|bottom|left|right)\s*(?:,[^)]*)?\)/g, 'var(--safe-$1)')
}

window.__styleSheetManager2__ = {
  addItem: () => undefined,
  setCss(_key, css) {
    if (!applying) return
    // jsdom would parse and match every rule for nothing: without layout only hidden() below reads styles.
    const dom = config.layout ? document.head.appendChild(document.createElement('style')) : null
    if (dom) dom.textContent = adapt(css)
    sheets.set(applying, { css, dom })
  },
}

export function applyStyle(file: string, owner: string): void {
  const set = window.__WXSS__[file]
  if (!set) return
  if (!sheets.has(file)) {
    applying = file
    set()
    applying = ''
  }
  used.set(owner, (used.get(owner) ?? new Set()).add(file))
}

let hidingSelectors: string[] = []

export function showStylesOf(page: string): void {
  const shown = (file: string) => (used.get('')?.has(file) ?? false) || (used.get(page)?.has(file) ?? false)
  for (const [file, { dom }] of sheets) if (dom) dom.disabled = !shown(file)
  if (config.layout) return
  hidingSelectors = [...sheets].filter(([file]) => shown(file)).flatMap(([, { css }]) =>
    [...css.matchAll(/([^{}@;]+)\{([^{}]*)\}/g)].filter(([, , body]) => /(?:^|;)\s*(?:display:\s*none|visibility:\s*hidden)/.test(body)).map(([, selector]) => selector.trim()))
}

/** Without layout: is the node taken away by a rule of the page's style sheets? Media queries and cascade are not weighed. */
export function hiddenByRule(dom: Element): boolean {
  return hidingSelectors.some((selector) => dom.closest(selector) !== null)
}
