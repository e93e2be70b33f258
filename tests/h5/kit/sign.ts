import type { Locator, Page } from 'playwright-core'
import { padStrokes } from '@tests/builders/signature'

/** Signs in the field with this spoken name. */
export async function drawName(page: Page, label: string): Promise<void> {
  const pad = page.getByRole('img', { name: label }).last()
  await pad.scrollIntoViewIfNeeded()
  const box = await standing(pad)
  for (const [first, ...rest] of padStrokes) {
    if (!first) continue
    await page.mouse.move(box.x + first[0], box.y + first[1])
    await page.mouse.down()
    for (const [x, y] of rest) await page.mouse.move(box.x + x, box.y + y)
    await page.mouse.up()
  }
}

/** Where it stands once the page has slid in. */
async function standing(pad: Locator): Promise<{ x: number; y: number }> {
  for (let last = await pad.boundingBox(), tries = 0; tries < 50; tries += 1) {
    await pad.page().waitForTimeout(100)
    const now = await pad.boundingBox()
    if (now && last && now.x === last.x && now.y === last.y) return now
    last = now
  }
  throw new Error('no field to sign in that stands still')
}
