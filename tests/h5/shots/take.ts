/** Takes the pictures of the READMEs anew, from the H5 production build: `node --import tsx tests/h5/shots/take.ts`. */
import path from 'node:path'
import { texts as claim } from '@/packages/claim/texts'
import { offerTexts } from '@/packages/gift/texts'
import { texts as payout } from '@/packages/payout/texts'
import { texts as card } from '@/pages/card/texts'
import { texts as home } from '@/pages/home/texts'
import { claimAt } from '@tests/builders/golden-claims'
import { newPhone, signInAs, type App } from '../kit/app'
import { startBackend, type Backend } from '../kit/backend'
import { launchBrowser } from '../kit/browser'

async function main(): Promise<void> {
  const browser = await launchBrowser()
  const take = async (app: App, name: string): Promise<void> => {
    await app.page.waitForLoadState('networkidle')
    await app.page.screenshot({ path: path.join(__dirname, `${name}.png`), animations: 'disabled' })
  }
  const onBackend = async (work: (backend: Backend, app: App) => Promise<void>): Promise<void> => {
    const backend = await startBackend()
    await work(backend, await newPhone(browser, backend))
    await backend.close()
  }

  await onBackend(async (_backend, app) => {
    await signInAs(app, 'courier')
    await app.sees(home.coverTitle)
    await take(app, 'home')
    await app.tab('会员卡')
    await app.page.getByRole('img', { name: card.codeLabel }).first().waitFor()
    await take(app, 'card')
    await app.open('/packages/gift/pages/offer/index?campaignId=CP-2026-01')
    await app.onPage(offerTexts.title)
    await app.button(offerTexts.confirm).waitFor()
    await take(app, 'gift-offer')
    await app.open('/pages/home/index')
    await app.page.getByRole('switch', { name: home.elder }).filter({ visible: true }).first().click()
    await app.sees(home.coverTitle)
    await app.page.evaluate(() => window.scrollTo(0, 0))
    await take(app, 'home-elder')
  })
  await onBackend(async (backend, app) => {
    const { claimId } = await claimAt(backend, 'COMPLETE')
    await signInAs(app, 'courier')
    await app.open(`/packages/claim/pages/check/index?claimId=${claimId}`)
    await app.onPage(claim.check.title)
    await take(app, 'claim-check')
  })
  await onBackend(async (backend, app) => {
    const { payoutIds: [payoutId = ''] } = await claimAt(backend, 'PAID')
    await signInAs(app, 'courier')
    await app.open(`/packages/payout/pages/detail/index?payoutId=${payoutId}`)
    await app.onPage(payout.detail.title)
    await take(app, 'payout')
  })
  await browser.close()
}

void main()
