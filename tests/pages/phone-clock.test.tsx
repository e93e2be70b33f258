import { fireEvent, screen } from '@testing-library/react'
import { formatInstantZh } from '@/domain/dates'
import { messageTexts as messages } from '@/packages/account/texts'
import { texts as signInTexts } from '@/pages/sign-in/texts'
import { back, go } from '@/platform/navigation'
import { routes } from '@/routes'
import { signIn } from '@tests/builders/people'
import { button, renderApp, type App } from '@tests/setup/render-app'

const DAY = 24 * 3600_000
const wallMs = Date.now.bind(Date)
/** By how much the phone's clock is ahead; the server's is right. */
let aheadMs = 0

beforeEach(() => void jest.spyOn(Date, 'now').mockImplementation(() => wallMs() + aheadMs))
afterEach(() => {
  jest.restoreAllMocks()
  aheadMs = 0
})

const draft = async ({ backend: { core } }: App): Promise<void> => {
  const trade = await signIn(core, 'trade')
  ;(await trade('createClaim', { body: { cause: 'ILLNESS' } })).ok()
}
const isKept = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200))

async function seenWithClock(ahead: number): Promise<App> {
  aheadMs = ahead
  const app = await renderApp({ as: 'trade', at: routes.claims, wallMs })
  await button(/待补材料/)
  await isKept()
  app.server.asked.length = 0
  return app
}

describe.each([['a day ahead', DAY], ['ten minutes ahead', 10 * 60_000], ['a day behind', -DAY]])('a phone whose clock was %s and is put right', (_words, ahead) => {
  test('asks again after a restart: a new draft appears', async () => {
    const app = await seenWithClock(ahead)
    await draft(app)
    aheadMs = 0
    await app.relaunch(routes.claims)
    expect(await button(/草稿/)).toBeVisible()
  })

  test('asks again when the page comes back to the front, without a restart', async () => {
    const app = await seenWithClock(ahead)
    await draft(app)
    aheadMs = 0
    await go(routes.messages)
    await screen.findByRole('heading', { name: messages.title })
    await back(routes.claims)
    expect(await button(/草稿/)).toBeVisible()
  })

  test('shows what it has without a network, and when the server said it', async () => {
    const app = await seenWithClock(ahead)
    const { now } = (await app.control('getClock')).ok()
    aheadMs = 0
    app.goOffline()
    await app.relaunch(routes.claims)
    expect(await button(/待补材料/)).toBeVisible()
    const [day = ''] = formatInstantZh(now).split(' ')
    expect(await screen.findByText(/^数据更新于 /)).toHaveTextContent(day)
  })
})

describe.each([['a day ahead', DAY], ['a day behind', -DAY]])('a phone whose clock is set %s while a new code has to wait', (_words, ahead) => {
  test('waits as long as it was told, no longer and no shorter', async () => {
    const passed = { ms: 0 }
    const steady = performance.now.bind(performance)
    jest.spyOn(performance, 'now').mockImplementation(() => steady() + passed.ms)
    await renderApp({ at: routes.signIn })
    fireEvent.click(await screen.findByRole('checkbox', { name: signInTexts.agree }))
    fireEvent.input(screen.getByLabelText(signInTexts.phone), { target: { value: '10000000001' } })
    fireEvent.click(await button(signInTexts.getCode))
    const left = (): number => Number(/\d+/.exec(screen.getByRole('timer').textContent ?? '')?.[0])
    await screen.findByRole('timer')
    const before = left()
    aheadMs = ahead
    // Two looks of the countdown.
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(before - left()).toBeLessThan(5)
    expect(left()).toBeGreaterThan(before - 5)
    passed.ms = 61_000
    expect(await button(signInTexts.getCode)).toBeVisible()
  })
})
