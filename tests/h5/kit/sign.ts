import type { Page } from 'playwright-core'
import { padStrokes } from '@tests/builders/signature'

/** Signs in the field with this spoken name. */
export async function drawName(page: Page, label: string): Promise<void> {
  const pad = page.getByRole('img', { name: label }).last()
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('no field to sign in')
  for (const [first, ...rest] of padStrokes) {
    if (!first) continue
    await page.mouse.move(box.x + first[0], box.y + first[1])
    await page.mouse.down()
    for (const [x, y] of rest) await page.mouse.move(box.x + x, box.y + y)
    await page.mouse.up()
  }
}
