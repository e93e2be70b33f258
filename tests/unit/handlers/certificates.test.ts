import jsQR from 'jsqr'
import { drawHere } from '@mock/node/drawing'
import { claimAt, CLAIMANT } from '@tests/builders/golden-claims'
import { pdfPages } from '@tests/builders/pdf-words'
import { pixelsOf } from '@tests/builders/png'
import { createWorld, type World } from '@tests/builders/world'

const ENROLMENT = 'EN-0001'
const drawing = () => createWorld({ env: { draw: drawHere } })
const certificate = async (world: World, format: 'png' | 'pdf'): Promise<Uint8Array> => (await (await world.as(CLAIMANT))('getCertificate', { params: { enrolmentId: ENROLMENT, format } })).ok()
const linkOn = (png: Uint8Array): string => {
  const { width, height, data } = pixelsOf(png)
  return jsQR(data, width, height)?.data ?? ''
}

describe('a certificate to keep', () => {
  it('says what the app says, and of the person only the masked name', async () => {
    const world = await drawing()
    const courier = await world.as(CLAIMANT)
    const { certificateNo, nameMasked, sponsorZh, coverage } = (await courier('getEnrolment', { params: { enrolmentId: ENROLMENT } })).ok()
    const account = await world.store.transact((tx) => tx.get('account', CLAIMANT))
    const [page] = await pdfPages(await certificate(world, 'pdf'))
    for (const words of [certificateNo, nameMasked, coverage.planNameZh, sponsorZh ?? '', '示例数据', '保障期']) expect(page?.words).toContain(words)
    for (const secret of [account?.name, account?.idNo, account?.mobile]) expect(page?.words).not.toContain(String(secret))
  })

  it('carries a code of 22 signs that says nothing, and whoever scans it reads whether it holds', async () => {
    const world = await drawing()
    const link = linkOn(await certificate(world, 'png'))
    expect(link).toMatch(/^https:\/\/zsb\.example\/v\/[\w-]{22}$/)
    const code = link.slice(-22)
    expect((await (await world.as(CLAIMANT))('getCertificateLink', { params: { enrolmentId: ENROLMENT } })).ok()).toEqual({ code, url: link })
    const check = (await world.anonymous('checkCertificate', { params: { code } })).ok()
    const { certificateNo, nameMasked, coverage } = (await (await world.as(CLAIMANT))('getEnrolment', { params: { enrolmentId: ENROLMENT } })).ok()
    expect(check).toMatchObject({ certificateNo, nameMasked, planNameZh: coverage.planNameZh, statusZh: coverage.statusZh })
    ;(await world.anonymous('checkCertificate', { params: { code: `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}` } })).problem('NOT_FOUND')
  })

  it('holds for whoever was only handed the link, until the cover has ended; the link of another is nobody’s business', async () => {
    const world = await createWorld()
    const { code } = (await (await world.as(CLAIMANT))('getCertificateLink', { params: { enrolmentId: ENROLMENT } })).ok()
    const check = async () => (await world.anonymous('checkCertificate', { params: { code } })).ok()
    const now = await check()
    expect(now.holds).toBe(true)
    await world.move(`${String(Number(now.endsOn.slice(0, 4)) + 1)}-12-31T10:00:00+08:00`)
    expect((await check()).holds).toBe(false)
    ;(await (await world.as('industrial'))('getCertificateLink', { params: { enrolmentId: ENROLMENT } })).problem('NOT_FOUND')
  })

  it('is the same bytes each time', async () => {
    const world = await drawing()
    expect(Buffer.compare(Buffer.from(await certificate(world, 'png')), Buffer.from(await certificate(world, 'png')))).toBe(0)
  })

  it('where nothing draws is an SVG that says so', async () => {
    const reply = await (await (await createWorld()).as(CLAIMANT))('getCertificate', { params: { enrolmentId: ENROLMENT, format: 'png' } })
    expect([reply.headers['content-type'], Buffer.from(reply.ok()).toString('utf8').slice(0, 4)]).toEqual(['image/svg+xml', '<svg'])
  })

  it('does not hold up others while it is painted', async () => {
    let painted = (_bytes: Uint8Array): void => undefined
    const world = await createWorld({ env: { draw: () => new Promise((resolve) => void (painted = resolve)) } })
    const waiting = certificate(world, 'png')
    expect((await (await world.as('rep'))('getMe')).status).toBe(200)
    painted(new Uint8Array([1]))
    expect((await waiting).length).toBe(1)
  })
})

it('a receipt to keep says number, next step and when, and no hospital', async () => {
  const world = await drawing()
  const claim = await claimAt(world, 'REVIEWING')
  const courier = await world.as(CLAIMANT)
  const receipt = (await courier('getClaimReceipt', { params: { claimId: claim.claimId } })).ok()
  const [page] = await pdfPages((await courier('drawClaimReceipt', { params: { claimId: claim.claimId, format: 'pdf' } })).ok())
  const words = page?.words.replace(/\n/g, '')
  for (const said of [receipt.claimNo, receipt.nextZh, receipt.whoZh, receipt.whenZh]) expect(words).toContain(said)
  expect(words).not.toContain(claim.stay?.hospitalZh)
})
