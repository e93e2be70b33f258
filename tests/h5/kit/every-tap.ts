import type { App } from './app'
import { settled } from './checks'

/** After so long without any sign a tap is dead, ms. */
const SIGN_MS = 2_000

/** All that can be tapped on the page on top, in the document's order. */
const TARGETS = 'a[href], button, [role=button], [role=link], [role=checkbox], [role=radio], [role=switch]'

/**
 * Taps everything on the page on top that is not disabled, each on the page as it is when it comes anew.
 * @param again opens the page anew, and waits for it
 * @returns the words of each tap after which no words, no mark and no address were others, nothing was asked of the phone, and nothing else had the focus; and how many were tapped
 */
export async function deadTaps({ page }: App, again: () => Promise<void>): Promise<{ tapped: number; dead: string[] }> {
  const dead: string[] = []
  for (let at = 0; ; at += 1) {
    await again()
    await settled(page)
    // The compiler of the tests names functions by it.
    await page.evaluate('globalThis.__name = (named) => named')
    const words = await page.evaluate(
      ({ at, selector, patience }) => {
        const seen = (element: Element): boolean => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible'
        const roots = [...document.querySelectorAll('[role=dialog], [role=alertdialog], .taro_page, .taro-tabbar__tabbar')].filter(seen)
        const tops = roots.filter((root) => root.matches('.taro_page')).slice(-1).concat(roots.filter((root) => !root.matches('.taro_page')))
        const targets = tops.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]).filter((element) => seen(element) && element.getAttribute('aria-disabled') !== 'true')
        const target = targets[at]
        if (!target) return null
        const words = (target.getAttribute('aria-label') ?? target.textContent ?? '').slice(0, 40)
        // Where one stands already there is nowhere to go.
        if (target.getAttribute('aria-current') || target.getAttribute('aria-checked') === 'true' && target.getAttribute('role') === 'radio') return { words, sign: true }
        const look = (): string => [location.href, document.body.innerText, ...[...document.querySelectorAll('[aria-checked], [aria-busy], [aria-expanded]')].map(({ ariaChecked, ariaBusy, ariaExpanded }) => `${ariaChecked} ${ariaBusy} ${ariaExpanded}`)].join('\n')
        const phone: { asked?: number } = window as object
        // For good: code that is fetched first asks later. Whoever opens the picker closes it again, so that nothing waits for a file for ever.
        if (phone.asked === undefined) {
          const count = (): number => (phone.asked = (phone.asked ?? 0) + 1)
          const media = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
          count()
          HTMLInputElement.prototype.click = function () {
            count()
            setTimeout(() => this.dispatchEvent(new Event('cancel')))
          }
          navigator.mediaDevices.getUserMedia = (wanted) => {
            count()
            return media(wanted)
          }
        }
        const [before, focus, asked] = [look(), document.activeElement, phone.asked]
        return new Promise<{ words: string; sign: boolean }>((resolve) => {
          const end = (sign: boolean): void => resolve({ words, sign })
          const until = performance.now() + patience
          const watch = (): void => {
            if (phone.asked !== asked || look() !== before || document.activeElement !== focus) end(true)
            else if (performance.now() > until) end(false)
            else setTimeout(watch, 20)
          }
          target.click()
          watch()
        })
      },
      { at, selector: TARGETS, patience: SIGN_MS },
    )
    if (words === null) return { tapped: at, dead }
    if (!words.sign) dead.push(words.words)
  }
}
