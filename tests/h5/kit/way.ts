import { it } from 'node:test'
import path from 'node:path'
import { openApps, type App } from './app'

const shots = path.resolve(__dirname, '../../../.cache')

/**
 * Steps of one way through the app. When a step fails, its error says what stood on the screen (and .cache has a picture of it), and
 * the steps behind it fail at once instead of waiting for what cannot come.
 */
export function way(appOf: () => App): (name: string, work: () => Promise<void> | void) => void {
  let broken: string | undefined
  return (name, work) => {
    it(name, async () => {
      if (broken) throw new Error(`not reached: «${broken}» failed before`)
      try {
        await work()
      } catch (error) {
        broken = name
        throw await explained(error, appOf().page)
      }
    })
  }
}

/** A test that opens phones of its own: they are closed behind it, and when it fails its error says what stood on them. */
export function onOwnPhones(name: string, work: () => Promise<void>): void {
  it(name, async () => {
    const before = openApps.size
    const own = (): App[] => [...openApps].slice(before)
    try {
      await work()
    } catch (error) {
      throw await explained(error, ...own().map(({ page }) => page))
    } finally {
      for (const { page } of own()) await page.context().close()
    }
  })
}

async function explained(error: unknown, ...pages: App['page'][]): Promise<Error> {
  const screens = await Promise.all(pages.map(async (page, index) => {
    const picture = path.join(shots, `h5-failed-${process.pid}-${index}.png`)
    const words = await page.locator('body').innerText().catch(() => '')
    await page.screenshot({ path: picture, timeout: 5000 }).catch(() => undefined)
    return `at ${page.url()}\n${picture}\n${words.replace(/\n+/g, '\n').slice(0, 1500)}`
  }))
  const thrown = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new Error([thrown, ...screens].join('\n'))
}
