import assert from 'node:assert/strict'
import { test } from 'node:test'
import { texts as home } from '@/pages/home/texts'
import type { MiniProgram } from './host'
import { onPhones } from './stage'

const on = onPhones({ each: true })
let app: MiniProgram

async function openHome(fontSizeSetting: number): Promise<void> {
  app = await on.signedIn('courier', { device: { fontSizeSetting } })
  await app.waitText(home.gifts)
}
const isOffered = async (): Promise<boolean> => (await app.texts()).some((text) => text.includes(home.elderOffer))

test('large letters in WeChat: 长辈版 is offered on the page, taken with one tap, and not offered again', async () => {
  await openHome(23)
  await app.waitFor('the offer', isOffered)
  await app.tapText(home.elderAccept)
  await app.waitFor('the offer to go', async () => !(await isOffered()))
  await app.assertNoErrors()
  await app.relaunch()
  await app.waitText(home.gifts)
  assert.ok(!(await isOffered()))
})

test('letters of the usual size: nothing is offered', async () => {
  await openHome(17)
  assert.ok(!(await isOffered()))
})
