import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import { padStrokes } from '@tests/builders/signature'
import { settled } from './checks'
import { until } from './until'

/** Signs in the field with this spoken name. */
export async function drawName(page: Page, label: string): Promise<void> {
  const pad = page.getByRole('img', { name: label }).last()
  await settled(page)
  const box = await standing(pad)
  for (const [first, ...rest] of padStrokes) {
    if (!first) continue
    await page.mouse.move(box.x + first[0], box.y + first[1])
    await page.mouse.down()
    for (const [x, y] of rest) await page.mouse.move(box.x + x, box.y + y)
    await page.mouse.up()
  }
}

/** After what a page scrolls by itself has ended, ms: it goes on under the finger, and away from it. */
const STILL_MS = 150

/** Where it stands in view, once it does. */
async function standing(pad: Locator): Promise<{ x: number; y: number }> {
  const look = async () => {
    await pad.scrollIntoViewIfNeeded()
    return pad.boundingBox()
  }
  let last = await look()
  await until('a field to sign in that stands still', async () => {
    const before = last
    await setTimeout(STILL_MS)
    last = await look()
    return last !== null && last.x === before?.x && last.y === before.y
  })
  return last ?? assert.fail()
}
