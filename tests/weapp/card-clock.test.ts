import assert from 'node:assert/strict'
import { test } from 'node:test'
import { texts as card } from '@/pages/card/texts'
import { clocks } from '@tests/builders/card-clock'
import type { MiniProgram } from './host'
import { onPhones } from './stage'

const on = onPhones()
let app: MiniProgram

/** What the card needs in the basement is on the phone. */
const isKept = (): boolean => ['GD-0000-0001', '"certificate":'].every((words) => app.isKept(words))

const turning = async (): Promise<boolean> => (await app.texts()).some((text) => /^\d+秒后更新$/.test(text))
async function openCard(aheadMs: number): Promise<void> {
  app = await on.signedIn('courier', { device: { clockAheadMs: aheadMs } })
  await app.tapTab('会员卡')
  await app.waitText('GD-0000-0001')
}

for (const { name, aheadMs, code, words } of clocks) {
  test(`a clock that is ${name}, online and after a restart in the basement`, async () => {
    await openCard(aheadMs)
    const stands = async (): Promise<void> => {
      if (code) await app.waitFor('a code', turning)
      if (words) await app.waitText(words)
      else assert.equal(await app.hasText('请校准手机时间'), false)
      if (!code) assert.equal(await turning(), false)
    }
    await stands()
    await app.waitFor('card and certificate on the phone', isKept)
    await app.relaunch()
    await app.setOffline(true)
    await app.tapTab('会员卡')
    await app.waitText('GD-0000-0001')
    await stands()
  })
}

test('set back in the basement: 请校准手机时间, and the number is there', async () => {
  await openCard(0)
  await app.waitFor('a code', turning)
  await app.waitFor('card and certificate on the phone', isKept)
  app.setClock(-10 * 60_000)
  await app.relaunch()
  await app.setOffline(true)
  await app.tapTab('会员卡')
  await app.waitText(card.clockOff)
  await app.waitText('GD-0000-0001')
})
