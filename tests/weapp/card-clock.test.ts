import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { texts as card } from '@/pages/card/texts'
import { clocks } from '@tests/builders/card-clock'
import { startBackend, type Backend } from '@tests/h5/kit/backend'
import type { MiniProgram } from './host'
import { signedInPhone } from './phone'

let backend: Backend
let app: MiniProgram

before(async () => {
  backend = await startBackend()
})
after(() => backend.close())
afterEach(() => app.close())

const turning = async (): Promise<boolean> => (await app.texts()).some((text) => /^\d+秒后更新$/.test(text))
async function openCard(aheadMs: number): Promise<void> {
  app = await signedInPhone(backend, 'courier', { device: { clockAheadMs: aheadMs } })
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
    await app.wait(500)
    await app.relaunch()
    await app.setOffline(true)
    await app.tapTab('会员卡')
    await app.waitText('GD-0000-0001')
    await stands()
    await app.assertNoErrors()
  })
}

test('set back in the basement: 请校准手机时间, and the number is there', async () => {
  await openCard(0)
  await app.waitFor('a code', turning)
  await app.wait(500)
  app.setClock(-10 * 60_000)
  await app.relaunch()
  await app.setOffline(true)
  await app.tapTab('会员卡')
  await app.waitText(card.clockOff)
  await app.waitText('GD-0000-0001')
})
