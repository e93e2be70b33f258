import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { texts as claim } from '@/packages/claim/texts'
import { texts as home } from '@/pages/home/texts'
import { routes } from '@/routes'
import { inChromium } from './kit/stage'
import { deadTaps } from './kit/every-tap'
import { installed, keptApp, openInside, type KeptApp } from './kit/installed'
import { pageTable } from './page-table'

const on = inChromium()

/** Every page by the heading that it has whatever it knows. */
const headings = new Map(pageTable.map(({ page, title }) => [page, title] as const)).set('claimReceipt', claim.receipt.untold)

it('the table has every page of the app', () => assert.deepEqual([...headings.keys()].sort(), Object.keys(routes).sort()))

describe('without a network, once the app is on the phone', () => {
  const phones = new Map<string, Promise<KeptApp>>()
  const phoneOf = (page: string): Promise<KeptApp> => {
    // Who is signed in is led away from there.
    const who = page === 'signIn' ? 'nobody' : 'rep'
    const phone = phones.get(who) ?? opened(who === 'rep' ? 'rep' : null)
    phones.set(who, phone)
    return phone
  }
  async function opened(persona: string | null): Promise<KeptApp> {
    const phone = await keptApp(on.browser, on.backend, persona)
    await installed(phone.app)
    await phone.cut()
    return phone
  }
  after(async () => {
    for (const phone of phones.values()) await (await phone).line.close()
  })

  for (const [name, title] of headings) {
    it(`${name} opens, and opens again after a reload`, async () => {
      const { app } = await phoneOf(name)
      await openInside(app, routes[name])
      await app.onPage(title)
      await app.open(routes[name])
      await app.onPage(title)
    })
    it(`${name} has no dead tap`, async () => {
      const { app } = await phoneOf(name)
      const { tapped, dead } = await deadTaps(app, async () => {
        await openInside(app, routes[name])
        await app.onPage(title)
      })
      // A number is dialled by the phone, which says nothing to the page.
      assert.deepEqual([tapped > 0, dead.filter((words) => !words.includes('12351'))], [true, []])
    })
  }

  it('home has what it had, and says how old it is', async () => {
    const { app } = await phoneOf('home')
    await app.open('/')
    await app.sees(/，您好$/)
    await app.sees(/^数据更新于 /)
    await app.sees(home.messages)
  })
})
