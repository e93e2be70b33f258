import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { texts as claim } from '@/packages/claim/texts'
import { texts as payout } from '@/packages/payout/texts'
import { texts as card } from '@/pages/card/texts'
import { texts as claims } from '@/pages/claims/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as mine } from '@/pages/mine/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import type { EndpointName } from '@/contract/endpoints'
import { brokenLineTo, type BrokenLine } from '@tests/builders/broken-line'
import { breaksOf, garbles, garbled, objects, shapeOf } from '@tests/builders/examples'
import { CLAIMANT, claimAt } from '@tests/builders/golden-claims'
import { unchecked } from '@tests/builders/unchecked'
import { startBackend, type TimedBackend } from '@tests/h5/kit/backend'
import { openMiniProgram, type MiniProgram } from './host'
import { enter, openPhone } from './phone'

const DIST = path.resolve(__dirname, '../../dist/weapp')
const FAILED = '这里没能显示出来'
let backend: TimedBackend
let line: BrokenLine
let claimId = ''

// One hook: those of a file do not wait for one another.
before(async () => {
  backend = await startBackend()
  claimId = (await claimAt(backend, 'PAID')).claimId
  line = await brokenLineTo(backend.base)
})
beforeEach(() => line.answers.clear())
after(async () => {
  await line.close()
  await backend.close()
})

const letters = async (app: MiniProgram): Promise<number> => ((await app.texts()).join('').match(/[\u4e00-\u9fff]/g) ?? []).length
/** All that was asked has come and is drawn: whether content has thrown is decided. */
async function atRest(app: MiniProgram): Promise<void> {
  let seen = ''
  await app.waitFor('a page at rest', async () => {
    const { requests } = await app.stats()
    const atWork = requests.some(({ status, error }) => status === undefined && error === undefined) || (await app.count('[aria-busy="true"]')) > 0
    const last = seen
    seen = atWork ? '' : (await app.texts()).join()
    return seen !== '' && seen === last
  })
}
/** Away and back: what is stale is asked for again, and drawn. Where content has thrown, its parts are not there to ask: the member does. */
async function asked(app: MiniProgram): Promise<void> {
  const before = line.sent
  for (let turn = 0; line.sent === before; turn += 1) {
    assert.ok(turn < 10, 'a broken answer never came')
    // What was on its way already is not asked for twice, and the page may stand there again before it is tapped: once more then.
    if (await app.hasText(FAILED)) await app.tapText('重试').catch(() => undefined)
    else {
      await app.background()
      await app.foreground()
    }
    await app.waitFor('a broken answer', () => line.sent > before, 3_000).catch(() => undefined)
  }
  await atRest(app)
}

/** A member of home's answer that no other kept answer has. */
const KEPT_OF_HOME = 'todos'

describe('home on five breaks of its answer', () => {
  it('words stand there, and the next start with a healthy server works', async () => {
    const app = await openPhone({ base: line.base }, CLAIMANT)
    try {
      await enter(app)
      await app.waitText(home.more)
      const good = line.heard.get('getHome') ?? ''
      await app.waitFor('home on the phone', () => app.isKept(KEPT_OF_HOME))
      for (const [turn, how] of garbles.entries()) {
        line.answers.set('getHome', garbled('getHome', good, how, turn))
        await app.relaunch()
        await app.waitText('数据更新于')
        assert.equal(await app.hasText(FAILED), false)
      }
      line.answers.clear()
      await app.relaunch()
      await app.waitText(home.more)
      await app.waitNoText('数据更新于')
      await app.assertNoErrors()
    } finally {
      await app.close()
    }
  })
})

const pages: readonly [title: string, address: () => string, answers: readonly EndpointName[], sign: string][] = [
  [home.title, () => routes.home, ['getHome'], home.more],
  [card.title, () => routes.card, ['getCard'], card.enlarge],
  [claims.title, () => routes.claims, ['listClaims'], '申领'],
  [mine.title, () => routes.mine, ['listCoverages'], mine.signOut],
  [claim.detail.title, () => withParams(routes.claimDetail, { claimId }), ['getClaim'], claim.detail.timeline],
  [payout.list.title, () => routes.payouts, ['listPayouts', 'getPayoutSummary'], '互助金'],
]

describe('with the check switched off, the boundary alone: each property of each answer of the main pages', () => {
  let folder = ''
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zsb-unchecked-'))
    fs.cpSync(DIST, folder, { recursive: true })
    let taken = 0
    for (const file of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))) {
      const { script, shapes } = unchecked(fs.readFileSync(path.join(folder, file), 'utf8'))
      if (shapes > 0) fs.writeFileSync(path.join(folder, file), script)
      taken += shapes
    }
    assert.ok(taken >= new Set(objects).size, `${taken} shapes taken out`)
  })
  after(() => fs.rmSync(folder, { recursive: true, force: true }))

  for (const [title, address, names, sign] of pages) {
    it(title, async () => {
      const app = await openMiniProgram(folder, { mapBaseUrl: line.base, timeout: 15_000, mocks: { login: { code: `test:${CLAIMANT}` } } })
      try {
        await enter(app)
        await app.waitText(home.more)
        let caught = 0
        for (const name of names) {
          await app.goto(address())
          await app.waitText(sign)
          await app.waitFor(`an answer of ${name}`, () => line.heard.has(name))
          const breaks = breaksOf(shapeOf(name), JSON.parse(line.heard.get(name) ?? 'null')).filter(({ allowed, at }) => !allowed && at !== '')
          assert.ok(breaks.length > 3, `${name}: ${breaks.length} breaks`)
          for (const { at, how, value } of breaks) {
            line.answers.set(name, JSON.stringify(value))
            await asked(app)
            assert.ok((await letters(app)) > 8, `${name} ${at} ${how}: nothing to read`)
            if (await app.hasText(FAILED)) caught += 1
          }
          line.answers.clear()
          await app.goto(address())
          await app.waitText(sign)
          await app.waitNoText(FAILED)
        }
        assert.ok(caught > 0, 'the check was on: the boundary had nothing to do')
      } finally {
        await app.close()
      }
    })
  }
})
