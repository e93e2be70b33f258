import { routes } from '@/contract/routes'
import type { EndpointName } from '@/contract/endpoints'

/** Every primary action that stands on the page and can be pressed, by the mark of `ui`'s Button. Pages below the one on top are hidden. */
export const primaryActions = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('.z-btn--primary:not([aria-disabled="true"])')].filter((element) => !element.closest('[hidden]'))

/** Two taps within one frame: nothing is drawn between them. */
export function tapTwice(element: HTMLElement): void {
  element.click()
  element.click()
}

/** What was asked for more than once among calls that change something. */
export function actedTwice(asked: readonly EndpointName[]): EndpointName[] {
  const acts = asked.filter((name) => routes[name][0] !== 'GET')
  return acts.filter((name, at) => acts.indexOf(name) !== at)
}
