// page-container: draws nothing; while it shows, the way back (key, swipe, arrow, navigateBack) closes it and the page stays.
import { recordError } from '../state'
import { define, isOn, type Builtin } from './define'

interface Container {
  self: Builtin
  /** Between beforeenter and afterleave. */
  standing: boolean
  /** Closed by the way back: it comes again only after `show` was false. */
  spent: boolean
}
const containers = new Set<Container>()

const DURATION_MS = 300
const durationOf = ({ data }: Builtin): number => Number(data.duration ?? DURATION_MS)

function leave(container: Container): void {
  container.self.fire('beforeleave')
  container.self.fire('leave')
  window.setTimeout(() => {
    container.standing = false
    if (containers.has(container)) container.self.fire('afterleave')
  }, durationOf(container.self))
}

/** Closes what stands on the page whose element this is. False where nothing does. */
export function closeContainer(page: HTMLElement): boolean {
  const top = [...containers].find(({ self, standing, spent }) => standing && !spent && isOn(self.data.show) && page.contains(self.dom))
  if (!top) return false
  top.spent = true
  leave(top)
  return true
}

export function definePageContainer(): void {
  define('page-container', {
    attrs: ['show'],
    props: ['duration', 'z-index', 'overlay', 'position', 'round', 'close-on-slide-down', 'overlay-style', 'custom-style'],
    init(self) {
      const container: Container = { self, standing: false, spent: false }
      const page = self.dom.closest('.wx-page')
      if ([...containers].some((other) => other.self.dom.closest('.wx-page') === page)) recordError('page-container', new Error('a page can hold only one page-container'))
      containers.add(container)
      return {
        sync() {
          const show = isOn(self.data.show)
          if (show && !container.standing) {
            container.standing = true
            for (const event of ['beforeenter', 'enter', 'afterenter']) window.setTimeout(() => containers.has(container) && self.fire(event))
          } else if (!show) {
            if (container.standing && !container.spent) leave(container)
            container.spent = false
          }
        },
        dispose: () => void containers.delete(container),
      }
    },
  })
}
