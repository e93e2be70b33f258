import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import { idDocumentChoice, idDocumentZh } from '@/domain/id-document'
import { messageTexts } from '@/packages/account/texts'
import { profileTexts as profile } from '@/packages/account/profile-texts'
import { texts as claim } from '@/packages/claim/texts'
import { identityTexts as identity } from '@/packages/gift/identity-texts'
import { joinTexts as join } from '@/packages/gift/texts'
import { texts as mine } from '@/pages/mine/texts'
import { routes } from '@/routes'
import { newPhone, signInAs } from './kit/app'
import { startBackend, type Backend } from './kit/backend'
import { launchBrowser } from './kit/browser'
import { settled } from './kit/checks'
import { onOwnPhones } from './kit/way'

let browser: Browser
let backend: Backend
before(async () => void (browser = await launchBrowser()))
after(() => browser.close())
beforeEach(async () => void (backend = await startBackend()))
afterEach(() => backend.close())

describe('who somebody is, on a phone', () => {
  onOwnPhones('joining with a passport and a name beyond the BMP', async () => {
    const app = await newPhone(browser, backend)
    await signInAs(app, 'overseas')
    await app.open(routes.join)
    await app.type(identity.name, '欧阳·𠮷琳')
    await app.press(idDocumentChoice.usual.more)
    await app.choose(idDocumentZh.PASSPORT)
    await app.type(identity.number, 'ABCDEF')
    await app.choose('美团')
    const { items } = (await (await backend.as('overseas'))('listConsents')).ok()
    await app.tick(join.agree(items.find(({ consentId }) => consentId === 'C1')?.titleZh ?? ''))
    await app.press(join.submit)
    await app.sees('护照号码是6到12位字母和数字，请照护照填写。')
    await app.type(identity.number, 'e 1234 5678')
    await app.field(identity.birth).fill('1994-08-23')
    await app.choose(identity.male)
    await app.press(join.submit)
    await app.sees(join.approved)
    await app.open(routes.mine)
    await app.sees(mine.idNo(idDocumentZh.PASSPORT, 'E*******8'))
    app.assertQuiet()
  })

  onOwnPhones('another phone: the page shows it, and signing in goes by it', async () => {
    const app = await newPhone(browser, backend)
    await signInAs(app, 'courier')
    await app.open(routes.profile)
    await app.type(profile.newPhone, '10000009005')
    await app.press(profile.getCode)
    await app.type(profile.code, '202507')
    await app.press(profile.change)
    await app.sees(profile.changed('100****9005'))
    const session = (await backend.anonymous('signIn', { body: { method: 'sms', phone: '10000009005', code: '202507', privacyVersion: '1.0' } })).ok()
    assert.equal(session.account.accountId, 'courier')
    app.assertQuiet()
  })

  onOwnPhones('免审即享: the message leads to its explanation, which is seen without scrolling', async () => {
    ;(await (await backend.tester())('pushSettlement', { body: { accountId: 'industrial' } })).ok()
    const app = await newPhone(browser, backend)
    await signInAs(app, 'industrial')
    await app.open(routes.messages)
    await app.onPage(messageTexts.title)
    await app.press(/^免审即享/)
    await app.onPage(claim.detail.title)
    await settled(app.page)
    for (const words of [claim.auto.title, claim.auto.source, claim.auto.rule, claim.auto.formula]) {
      const box = await app.page.getByText(words, { exact: true }).first().boundingBox()
      const seen = app.page.viewportSize()?.height ?? 0
      assert.ok(box && box.y + box.height <= seen, `${words} at ${box?.y} of ${seen}`)
    }
    app.assertQuiet()
  })
})
