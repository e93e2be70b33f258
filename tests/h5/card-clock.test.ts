import assert from 'node:assert/strict'
import { texts as card } from '@/pages/card/texts'
import { clocks } from '@tests/builders/card-clock'
import { signInAs, type App } from './kit/app'
import { inChromium } from './kit/stage'
import { onOwnPhones } from './kit/way'

const on = inChromium()

/** The clock of the phone from the next page on. As text: a compiled function would bring a helper along that the page lacks. */
const setClock = async ({ page }: App, aheadMs: number): Promise<void> =>
  void (await page.addInitScript({
    content: `{
      const Right = Date
      window.Date = new Proxy(Right, {
        construct: (clock, parts) => (parts.length === 0 ? new clock(clock.now() + ${aheadMs}) : Reflect.construct(clock, parts)),
        get: (clock, name) => (name === 'now' ? () => clock.now() + ${aheadMs} : Reflect.get(clock, name)),
      })
    }`,
  }))

const shown = ({ page }: App) => page.getByRole('img', { name: card.codeLabel }).filter({ visible: true })

async function openCard(aheadMs: number): Promise<App> {
  const app = await on.phone()
  app.expectComplaint(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/)
  await setClock(app, aheadMs)
  await signInAs(app, 'courier')
  await app.tab('会员卡')
  await app.sees('GD-0000-0001')
  return app
}
async function intoTheBasement(app: App): Promise<void> {
  await app.page.waitForFunction(() => Object.entries(localStorage).some(([key, value]) => key.includes('cache') && value.includes('certificate')))
  await app.page.context().route('**/api/**', (route) => route.abort())
  await app.page.reload()
  await app.sees('GD-0000-0001')
}

for (const { name, aheadMs, code, words } of clocks) {
  onOwnPhones(`a clock that is ${name}, online and after a restart in the basement`, async () => {
    const app = await openCard(aheadMs)
    const stands = async (): Promise<void> => {
      if (words) await app.sees(words)
      if (code) await shown(app).waitFor()
      assert.equal(await shown(app).count(), code ? 1 : 0)
      if (!words) assert.equal(await app.page.getByText('请校准手机时间').count(), 0)
    }
    await stands()
    await intoTheBasement(app)
    await app.sees(/^数据更新于 /)
    await stands()
    app.assertQuiet()
  })
}

onOwnPhones('set back in the basement: 请校准手机时间, and the number is there', async () => {
  const app = await openCard(0)
  await shown(app).waitFor()
  await setClock(app, -10 * 60_000)
  await intoTheBasement(app)
  await app.sees(card.clockOff)
  assert.equal(await shown(app).count(), 0)
})
