import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { padStrokes } from '@tests/builders/signature'
import { settled } from './checks'
import { until } from './until'

/** Signs in the field with this spoken name. */
export async function drawName(page: Page, label: string): Promise<void> {
  const pad = page.getByRole('img', { name: label }).last()
  await settled(page)
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

/** Where it stands, once it does. */
async function standing(pad: Locator): Promise<{ x: number; y: number }> {
  let last = await pad.boundingBox()
  await until('a field to sign in that stands still', async () => {
    const before = last
    last = await pad.boundingBox()
    return last !== null && last.x === before?.x && last.y === before.y
  })
  return last ?? assert.fail()
}
