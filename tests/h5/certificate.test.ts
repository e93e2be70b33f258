import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe } from 'node:test'
import { certificateTexts, verifyTexts } from '@/packages/gift/texts'
import { signInAs } from './kit/app'
import { inChromium } from './kit/stage'
import { onOwnPhones } from './kit/way'

const on = inChromium({ each: true })

const ENROLMENT = 'EN-0001'

describe('a certificate leaves the phone', () => {
  onOwnPhones('as a picture: what is downloaded is a PNG', async () => {
    const app = await on.phone({ acceptDownloads: true })
    await signInAs(app, 'courier')
    await app.open(`/packages/gift/pages/certificate/index?enrolmentId=${ENROLMENT}`)
    const [download] = await Promise.all([app.page.waitForEvent('download'), app.press(certificateTexts.save)])
    assert.match(download.suggestedFilename(), /\.png$/)
    assert.deepEqual([...(await readFile(await download.path())).subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47])
  })

  onOwnPhones('as a link: who opens it reads what it stands for and signs in nowhere', async () => {
    const { code } = (await (await on.backend.as('courier'))('getCertificateLink', { params: { enrolmentId: ENROLMENT } })).ok()
    const stranger = await on.phone()
    await stranger.open(`/v/${code}`)
    await stranger.onPage(verifyTexts.title)
    await stranger.sees(verifyTexts.found)
    stranger.assertQuiet()
    await stranger.open(`/v/${'A'.repeat(22)}`)
    await stranger.sees(verifyTexts.unknown)
  })
})
