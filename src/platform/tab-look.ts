/**
 * Taro's tab bar stands outside of every page. It becomes a navigation landmark that says which tab is open, and learns 长辈版 from a
 * class of the body. Its links are `javascript:;`, which the content policy refuses with a complaint: their own handler is enough.
 * Returns how to undo it. Twin: tab-look.weapp.ts.
 */
export function dressTabs(elder: boolean): () => void {
  if (typeof document === 'undefined') return () => undefined
  document.body.classList.toggle('elder', elder)
  const bar = document.querySelector('taro-tabbar')
  if (!bar) return () => undefined
  bar.setAttribute('role', 'navigation')
  bar.setAttribute('aria-label', '主要页面')
  const tell = (): void => bar.querySelectorAll('a').forEach((tab) => tab.setAttribute('aria-current', tab.classList.contains('weui-bar__item_on') ? 'page' : 'false'))
  tell()
  const watch = new MutationObserver(tell)
  watch.observe(bar, { subtree: true, childList: true, attributeFilter: ['class'] })
  const stay = (event: Event): void => event.preventDefault()
  bar.addEventListener('click', stay)
  return () => {
    watch.disconnect()
    bar.removeEventListener('click', stay)
  }
}
