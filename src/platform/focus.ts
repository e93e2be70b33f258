/** Where the keyboard and the screen reader stand (H5; a mini-program moves no focus). */

const isSeen = (element: Element): boolean => element.isConnected && !element.closest('.taro_page_shade, [hidden]')

/** What has it; null where nothing does. */
export const focusNow = (): Element | null => (document.activeElement === document.body ? null : document.activeElement)

/** Taro's web components move their children once when they first draw themselves, and a moved element loses the focus; on a slow phone they do it late: ms, and how often is looked. */
const DRAWN_MS = 50
const LOOKS = 10

/** What was given the focus last. */
let wanted: HTMLElement | undefined

/** Gives it the focus, and looks again; whatever else has been given it meanwhile is not led back here when it goes. */
export function takeUp(element: HTMLElement): void {
  wanted = element
  element.focus({ preventScroll: true })
  let over = false
  const note = ({ target }: Event): void => {
    over = over || target !== element
  }
  document.addEventListener('focusin', note)
  const look = (looks: number): unknown => setTimeout(() => {
    over = over || wanted !== element || !isSeen(element)
    if (!over && !focusNow()) element.focus({ preventScroll: true })
    if (over || looks === 1) document.removeEventListener('focusin', note)
    else look(looks - 1)
  }, DRAWN_MS)
  look(LOOKS)
}

/** To a heading, which is no stop of the Tab key. */
export function focusHeading(id: string): void {
  const heading = document.getElementById(id)
  if (!heading) return
  heading.tabIndex = -1
  takeUp(heading)
}

/** To the heading of the page on the screen: pages below it stay in the document. */
function focusPage(): void {
  const page = [...document.querySelectorAll('[role="main"]')].filter(isSeen).pop()
  focusHeading(page?.querySelector('[role="heading"][aria-level="1"]')?.id ?? '')
}

/** What has the focus on the page of this heading; null where it is elsewhere. */
export function focusIn(headingId: string): Element | null {
  const now = focusNow()
  return now && document.getElementById(headingId)?.closest('[role="main"]')?.contains(now) ? now : null
}

/** Back to where it was; to what has taken its place, by its id; to the heading of the page where neither is there. */
export function giveFocus(before: Element | null): void {
  const again = before ? [before, before.id ? document.getElementById(before.id) : null] : []
  const there = again.find((element): element is HTMLElement => element instanceof HTMLElement && isSeen(element))
  if (there) takeUp(there)
  else focusPage()
}

const REACHABLE = 'input, textarea, [tabindex="0"]'
/** So far around what has gone something else is still near. */
const NEAR = 4
/** What takes its place by itself (a dialog that gives the focus back) is quicker, ms. */
const SETTLED_MS = 100

/**
 * What has the focus may go while it has it: a button that turns into a countdown, a row that was deleted. The focus then goes to what stands
 * nearest on the page of this heading, or to the heading, and not to nowhere. Returns how to stop.
 */
export function catchFocus(headingId: string): () => void {
  const page = document.getElementById(headingId)?.closest('[role="main"]')
  if (!page || typeof MutationObserver === 'undefined') return () => undefined
  let last: Element | null = null
  let around: Element[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const note = (): void => {
    last = focusNow()
    around = []
    for (let box = last?.parentElement; box && box !== page && around.length < NEAR; box = box.parentElement) around.push(box)
  }
  const look = (): void => {
    if (!last || last.isConnected || focusNow() || !isSeen(page)) return
    const near = around.find(({ isConnected }) => isConnected)?.querySelector<HTMLElement>(REACHABLE)
    if (near) takeUp(near)
    else focusHeading(headingId)
  }
  const gone = new MutationObserver(() => {
    if (!last || last.isConnected) return
    clearTimeout(timer)
    timer = setTimeout(look, SETTLED_MS)
  })
  page.addEventListener('focusin', note)
  gone.observe(page, { childList: true, subtree: true })
  return () => {
    clearTimeout(timer)
    gone.disconnect()
    page.removeEventListener('focusin', note)
  }
}
