import { fetchCode } from './code'

/** Pages come first: what is kept for later is fetched once nothing else is on its way. */
const PAUSE_MS = 3_000

/**
 * Puts the app itself on the phone, so that it opens without a network; see app-copy.ts. Called once, at the start.
 * @param busy whether something else is being fetched
 * @param onNewVersion a newer version is on the phone: `take` shows it
 */
export function keepApp(busy: () => boolean, onNewVersion: (take: () => void) => void): void {
  const later = (): void => {
    if (busy()) setTimeout(later, PAUSE_MS)
    // Where it cannot be fetched there is no network, and the next start tries again.
    else void fetchCode(() => import('./app-copy')).then(({ install }) => install(onNewVersion), () => undefined)
  }
  setTimeout(later, PAUSE_MS)
}
