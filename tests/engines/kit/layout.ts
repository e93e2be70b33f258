/**
 * Runs in the page (as look.ts: nothing that Chrome 73 lacks): what lies over something else, what touches, what has no room. Only what can be
 * seen counts, and what floats over the page (a bar, a sheet) is compared with itself alone. @returns lines, none where all is well
 */
export const layout = `(() => {
  const style = (element) => getComputedStyle(element)
  const words = (element) => (element.getAttribute('aria-label') || element.textContent || '').replace(/\\s+/g, ' ').trim().slice(0, 24)
  const name = (element) => '.' + String(element.className).split(' ').join('.') + ' «' + words(element) + '»'
  const layers = new Map()
  /** What it floats in, and what cuts it off. */
  const layerOf = (element) => {
    if (!element || element === document.documentElement) return { floats: null, left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity }
    if (layers.has(element)) return layers.get(element)
    const { position, overflowX, overflowY } = style(element)
    const over = layerOf(element.parentElement)
    const floats = position === 'fixed' || position === 'sticky' ? element : over.floats
    const box = element.getBoundingClientRect()
    const cuts = overflowX !== 'visible' || overflowY !== 'visible'
    const layer = position === 'fixed' ? { floats, left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity } : { ...over, floats }
    if (cuts && element !== document.body) Object.assign(layer, { left: Math.max(layer.left, box.left), right: Math.min(layer.right, box.right), top: Math.max(layer.top, box.top), bottom: Math.min(layer.bottom, box.bottom) })
    layers.set(element, layer)
    return layer
  }
  const cut = ({ left, right, top, bottom }, layer) => ({ left: Math.max(left, layer.left), right: Math.min(right, layer.right), top: Math.max(top, layer.top), bottom: Math.min(bottom, layer.bottom), floats: layer.floats })
  const there = (element) => element.getClientRects().length > 0 && style(element).visibility !== 'hidden' && !element.closest('.z-spoken')
  const has = ({ left, right, top, bottom }) => right - left > 1 && bottom - top > 1
  /** Below 0: they lie over each other by so many px. */
  const apart = (a, b) => Math.max(Math.max(a.left, b.left) - Math.min(a.right, b.right), Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom))
  const found = new Set()
  const round = (px) => Math.round(px * 10) / 10

  const acting = 'a[href], button, taro-button-core, input, textarea, select, [role=button], [role=link], [role=checkbox], [role=radio], [role=switch]'
  const targets = Array.from(new Set(Array.from(document.querySelectorAll(acting)).map((element) => element.closest('.z-input, .z-area') || element))).filter(there)
    .map((element) => Object.assign(cut(element.getBoundingClientRect(), layerOf(element)), { element })).filter(has)
  targets.forEach((a, at) => targets.slice(at + 1).forEach((b) => {
    if (a.floats !== b.floats || a.element.contains(b.element) || b.element.contains(a.element) || inOneList(a.element, b.element)) return
    const px = apart(a, b)
    if (px <= 0) found.add('targets ' + round(px) + ' px apart: ' + name(a.element) + ' and ' + name(b.element))
  }))
  /** Rows that a line parts, and the tabs: one list, drawn as one. */
  function inOneList(a, b) {
    return a.parentElement === b.parentElement && a.className.split(' ')[0] === b.className.split(' ')[0] && /^(z-cell|weui-tabbar__item|z-entry|z-errors-line)/.test(a.className)
  }

  const texts = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!node.textContent.trim() || !element || element.closest('script, style, noscript, textarea') || !there(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const lines = Array.from(range.getClientRects())
    const size = parseFloat(style(element).fontSize)
    const box = element.getBoundingClientRect()
    const inline = style(element).display === 'inline'
    if (node.textContent.trim().length > 2 && lines.length > 2 && lines.every(({ width }) => width < size * 1.6)) found.add('one letter a line: ' + name(element))
    if (!inline && lines.some(({ left, right }) => right > box.right + 2 || left < box.left - 2) && style(element).overflowX === 'visible') found.add('out of its box of ' + round(box.width) + ' px: ' + name(element))
    for (const line of lines) {
      if (line.width > 1 && (line.right > innerWidth + 1 || line.left < -1)) found.add('beyond the screen: ' + name(element))
      const edge = line.height * 0.18
      const seen = cut({ left: line.left + 1, right: line.right - 1, top: line.top + edge, bottom: line.bottom - edge }, layerOf(element))
      if (!has(seen)) continue
      texts.push(Object.assign(seen, { node, element }))
    }
  }
  texts.forEach((a, at) => texts.slice(at + 1).forEach((b) => {
    if (a.node !== b.node && a.floats === b.floats && apart(a, b) < -1) found.add('words over words: ' + name(a.element) + ' and ' + name(b.element))
  }))
  Array.from(document.querySelectorAll('.z-fact-value')).filter(there).forEach((value) => {
    if (value.textContent.trim() && value.getBoundingClientRect().width < 2 * parseFloat(style(value).fontSize)) found.add('a value of no width: ' + name(value))
  })
  return Array.from(found)
})()`

/** Until nothing is asked for and nothing moves any more. @returns false where that never comes */
export const still = `(async () => {
  const frame = () => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 60))
  const stand = () => Array.from(document.querySelectorAll('#app *, [role=dialog], [role=dialog] *')).map((element) => { const { left, top, width } = element.getBoundingClientRect(); return left + ',' + top + ',' + width }).join()
  const end = Date.now() + 20000
  for (let before = ''; Date.now() < end; ) {
    await frame()
    const now = document.querySelector('[aria-busy=true]') && !document.querySelector('[role=alertdialog]') ? '' : stand()
    if (now !== '' && now === before) return true
    before = now
  }
  return false
})()`
