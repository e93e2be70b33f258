import type { App } from './app'

/** Counts what fingers do from now on, on every page of the phone: taps and typed signs, as the browser sees them. A picker's files are not typed. */
export async function countHands({ page }: App): Promise<() => Promise<{ taps: number; typed: number }>> {
  const count = { taps: 0, typed: 0 }
  await page.exposeFunction('tellHand', (kind?: 'taps' | 'typed') => void (kind && (count[kind] += 1)))
  const watch = (): void => {
    const tell = Reflect.get(window, 'tellHand') as (kind: string) => void
    addEventListener('click', (event) => event.isTrusted && tell('taps'), true)
    addEventListener('input', (event) => event.isTrusted && !(event.target instanceof HTMLInputElement && event.target.type === 'file') && tell('typed'), true)
  }
  await page.addInitScript(watch)
  await page.evaluate(watch)
  return async () => {
    // Calls of a page come in their order: when this one has, all before it have.
    await page.evaluate('tellHand()')
    return count
  }
}
