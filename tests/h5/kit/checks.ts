import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(path.resolve(__dirname, '../../../node_modules/axe-core/axe.min.js'), 'utf8')

/** What axe-core objects to on the screen: rule, what it says, and where. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }> } }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 3).map(({ html, failureSummary = '' }) => `axe ${id}: ${help} ${html.slice(0, 160)} ${failureSummary.split('\n')[1]?.trim() ?? ''}`))
  })
}

/** What reaches beyond the sides of the screen. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const wide = document.scrollingElement?.scrollWidth ?? 0
    if (wide > innerWidth) found.push(`page is ${wide} wide on a screen of ${innerWidth}`)
    for (const element of document.querySelectorAll<HTMLElement>('#app *, .z-dialog *')) {
      const { left, right, width, height } = element.getBoundingClientRect()
      if (width < 2 || height < 2 || element.closest('.z-spoken')) continue
      if (right > innerWidth + 1 || left < -1) found.push(`beyond the screen: .${element.className} «${(element.textContent ?? '').slice(0, 30)}» ${Math.round(left)}–${Math.round(right)}`)
    }
    return found.slice(0, 5)
  })

/** Interactive elements smaller than a finger. The box around an input counts as the input. */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((size) => {
    const acting = 'a, button, input, textarea, select, [tabindex="0"], [role=button], [role=link], [role=checkbox], [role=radio], [role=switch]'
    const found: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>(acting)) {
      const target = element.closest<HTMLElement>('.z-input') && element.matches('input, textarea') ? (element.closest<HTMLElement>('.z-input') ?? element) : element
      const { width, height } = target.getBoundingClientRect()
      if (width === 0 || height === 0) continue
      if (width < size - 0.5 || height < size - 0.5) found.push(`target ${Math.round(width)}×${Math.round(height)}: .${element.className} «${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 30)}»`)
    }
    return found
  }, least)

/** Where the keyboard is nowhere, an id stands twice or leads out of its page, or the document is called otherwise than its page: pages stay mounted below the one on the screen. */
export const lost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    if (document.activeElement === document.body) found.push('focus: BODY')
    const ids = [...document.querySelectorAll('#app [id]')].map(({ id }) => id)
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) found.push(`id twice: ${id}`)
    for (const element of document.querySelectorAll('[role="main"] [aria-describedby]')) {
      const own = element.closest('[role="main"]')
      for (const id of (element.getAttribute('aria-describedby') ?? '').split(' ')) if (!own?.contains(document.getElementById(id))) found.push(`leads nowhere: ${id}`)
    }
    const headings = [...document.querySelectorAll('[role="heading"][aria-level="1"]')].filter((heading) => heading.getClientRects().length > 0)
    const title = headings[headings.length - 1]?.textContent
    if (document.title !== title) found.push(`title: «${document.title}» on «${title}»`)
    return found
  })

/** Bars and sheets with nothing on them: the page meant to leave them out. */
export const emptyParts = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.z-page-footer, .z-card, .z-cells-body, .z-notice')].filter((part) => part.getClientRects().length > 0 && !part.textContent?.trim()).map(({ className }) => `empty: .${className}`))

/** Words smaller than promised, px. */
export const smallText = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((size) => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || element.closest('.z-spoken, script, style') || element.getClientRects().length === 0) continue
      const px = parseFloat(getComputedStyle(element).fontSize)
      if (px < size) found.add(`text of ${px}px: .${element.className} «${node.textContent.trim().slice(0, 30)}»`)
    }
    return [...found]
  }, least)

/** Until nothing loads or moves any more. */
export async function settled(page: Page): Promise<void> {
  // What has asked a question is at work until it is answered.
  await page.waitForFunction(() => (!document.querySelector('[aria-busy=true]') || document.querySelector('[role=alertdialog]')) && document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity))
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}
