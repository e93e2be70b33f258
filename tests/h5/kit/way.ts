import { it } from 'node:test'
import path from 'node:path'
import type { App } from './app'

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

async function explained(error: unknown, page: App['page']): Promise<Error> {
  const picture = path.join(shots, `h5-failed-${process.pid}.png`)
  const words = await page.locator('body').innerText().catch(() => '')
  await page.screenshot({ path: picture, timeout: 5000 }).catch(() => undefined)
  const thrown = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new Error(`${thrown}\nat ${page.url()}\n${picture}\n${words.replace(/\n+/g, '\n').slice(0, 1500)}`)
}
