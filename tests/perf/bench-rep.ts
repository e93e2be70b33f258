// What a rep waits for: prints figures and judges none.
import { deskTexts, listTexts, scanTexts } from '@/packages/event/texts'
import { texts as signInTexts } from '@/pages/sign-in/texts'
import { routes } from '@/routes'
import { EVENT } from '@tests/builders/events'
import { crowdOf, forged } from '@tests/builders/rep-phone'
import { launchBrowser } from '@tests/h5/kit/browser'
import { atEvent, repPhone } from '@tests/h5/kit/rep'
import { chromiumIsThere, openMiniProgram } from '@tests/weapp/host'
import { RUNS, show, withBackend } from './kit'

/** The list of an event with 5,000 scans on a phone four times slower than this machine: time between frames while it is scrolled. */
async function scrolling(): Promise<void> {
  const browser = await launchBrowser()
  try {
    await withBackend(async (backend) => {
      ;(await (await backend.tester())('fillEvent', { params: { eventId: EVENT }, body: { count: 5_000 } })).ok()
      const app = await repPhone(browser, backend)
      // The compiler gives named functions a helper that a page does not have.
      await app.page.addInitScript('globalThis.__name = (it) => it')
      await app.open(atEvent(routes.repList))
      await app.sees(listTexts.total(5_000))
      const cdp = await app.page.context().newCDPSession(app.page)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
      const frames = await app.page.evaluate(() => new Promise<number[]>((resolve) => {
        const list = document.querySelector('.event-rows')
        const gaps: number[] = []
        let last = performance.now()
        const step = (now: number): void => {
          gaps.push(now - last)
          last = now
          if (list) list.scrollTop += 120
          if (gaps.length < 300) requestAnimationFrame(step)
          else resolve(gaps.slice(1))
        }
        requestAnimationFrame(step)
      }))
      show('H5 list of 5,000: between frames, CPU / 4', frames)
      show('H5 list of 5,000: frames above 50 ms', [frames.filter((gap) => gap > 50).length], 'of 299')
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })

      // A forged code is judged on the phone alone: from the press to the words, both signatures and the drawing in it.
      await app.open(atEvent(routes.repScan))
      const crowd = crowdOf(backend)
      const judged: number[] = []
      for (let run = 0; run < RUNS; run += 1) {
        await app.type(scanTexts.code, forged(await crowd.code('courier')))
        judged.push(await app.page.evaluate((words) => new Promise<number>((resolve) => {
          const button = [...document.querySelectorAll<HTMLElement>('[role=button]')].filter(({ textContent }) => textContent === words).pop()
          let from = 0
          new MutationObserver((_changes, observer) => {
            observer.disconnect()
            resolve(performance.now() - from)
          }).observe(document.body, { childList: true, subtree: true, characterData: true })
          from = performance.now()
          button?.click()
        }), scanTexts.check))
      }
      show('H5: a card code judged by the rep\'s phone', judged)
    })
  } finally {
    await browser.close()
  }
}

/** The same in the built mini-program: from what WeChat's scanner hands over to the long vibration of the refusal. */
async function judgedInMiniProgram(): Promise<void> {
  await withBackend(async (backend) => {
    const crowd = crowdOf(backend)
    const codes = await Promise.all(Array.from({ length: RUNS }, async () => forged(await crowd.code('courier'))))
    const took: number[] = []
    let handed = 0
    const scanCode = (): object => {
      handed = performance.now()
      const result = codes.pop()
      return result === undefined ? { fail: 'scanCode:fail cancel' } : { result }
    }
    const vibrateLong = (): object => (took.push(performance.now() - handed), {})
    const app = await openMiniProgram('dist/weapp', { mapBaseUrl: backend.base, mocks: { login: { code: 'test:rep' }, scanCode, vibrateLong }, timeout: 20_000 })
    try {
      await app.check(signInTexts.agree)
      await app.tapText(signInTexts.wechat)
      await app.waitRoute('pages/home/index')
      await app.goto(atEvent(routes.repDesk), 'navigateTo')
      await app.tapText(deskTexts.bind)
      await app.waitText(deskTexts.leaseLeft)
      await app.goto(atEvent(routes.repScan), 'navigateTo')
      await app.tapText(scanTexts.scan)
      await app.waitFor('all codes judged', () => took.length === RUNS, 60_000)
      show('mini-program: a card code judged by the rep\'s phone', took)
    } finally {
      await app.close()
    }
  })
}

async function main(): Promise<void> {
  await judgedInMiniProgram()
  if (chromiumIsThere()) await scrolling()
}

void main()
