import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { texts } from '@/packages/claim/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useDrafts } from '@/state/draft-store'
import { onPage, openClaim, pickDate as pick, press, type } from '@tests/builders/claim-app'
import { aDraft } from '@tests/builders/driver-claims'
import { signIn } from '@tests/builders/people'
import { SIGNED } from '@tests/builders/signature'

const { stay, amounts } = texts
const nothing = { stay: null, amounts: null, papers: 0 }

async function fillStay(): Promise<void> {
  await type(stay.hospital, '中山大学附属第一医院')
  await pick(stay.admittedOn, '2026-11-01')
  await pick(stay.dischargedOn, '2026-11-09')
}
async function fillBill(): Promise<void> {
  await type(amounts.total, '37000')
  await type(amounts.pooled, '27,000.00')
  await type(amounts.selfPay, '10000')
  await type(amounts.outOfScope, '0')
}

describe('住院信息', () => {
  test('is saved on the server and leads on', async () => {
    const app = await openClaim(routes.claimStay, nothing)
    await fillStay()
    await press(texts.next)
    await onPage(amounts.title)
    expect(app.route()).toEqual({ path: routes.claimAmounts, params: { claimId: app.claimId } })
    expect((await app.onServer()).stay).toEqual({ hospitalZh: '中山大学附属第一医院', admittedOn: '2026-11-01', dischargedOn: '2026-11-09' })
    expect(useDrafts.getState().forms).toEqual({})
  })

  test('what is wrong stands at the top and at its field, in the same words', async () => {
    const app = await openClaim(routes.claimStay, nothing)
    await pick(stay.admittedOn, '2026-11-09')
    await pick(stay.dischargedOn, '2026-11-01')
    await press(texts.next)
    const summary = await screen.findByRole('alert')
    expect(within(summary).getAllByRole('link').map((link) => link.textContent)).toEqual([stay.hospitalMissing, stay.dischargeBefore])
    expect(screen.getByLabelText(stay.hospital)).toHaveAccessibleDescription(expect.stringContaining(stay.hospitalMissing))
    expect(screen.getByLabelText(stay.dischargedOn)).toBeInvalid()
    expect(app.server.asked).not.toContain('updateClaim')
  })

  test.each([
    ['2026-11-24', stay.future(stay.admittedOn)],
    ['', stay.missing(stay.admittedOn)],
  ])('a day %s is not taken', async (date, words) => {
    await openClaim(routes.claimStay, nothing)
    await fillStay()
    await pick(stay.admittedOn, date)
    await press(texts.next)
    expect(within(await screen.findByRole('alert')).getByRole('link', { name: words })).toBeVisible()
  })

  test('the server refuses a day outside the cover: its words at the field, nothing typed is lost', async () => {
    await openClaim(routes.claimStay, nothing)
    await fillStay()
    await pick(stay.admittedOn, '2026-02-01')
    await press(texts.next)
    expect(await screen.findByRole('link', { name: /入院日期2026年2月1日不在您的保障期内/ })).toBeVisible()
    expect(screen.getByLabelText(stay.admittedOn)).toHaveAccessibleDescription(expect.stringContaining('不在您的保障期内'))
    expect(screen.getByLabelText(stay.hospital)).toHaveValue('中山大学附属第一医院')
  })

  test('without a network: words, and everything typed is still there after a restart', async () => {
    const app = await openClaim(routes.claimStay, nothing)
    await fillStay()
    app.goOffline()
    await press(texts.next)
    expect(await screen.findByText(/网络没有连上，您填写的内容都在/)).toBeVisible()
    app.goOnline()
    await app.relaunch(withParams(routes.claimStay, { claimId: app.claimId }))
    expect(await screen.findByLabelText(stay.hospital)).toHaveValue('中山大学附属第一医院')
    expect(screen.getByLabelText(stay.dischargedOn)).toHaveValue('2026-11-09')
    await press(texts.next)
    await onPage(amounts.title)
  })

  test('changed elsewhere meanwhile: says so, keeps what was typed, and the next save takes it', async () => {
    const app = await openClaim(routes.claimStay)
    await type(stay.hospital, '我填的医院')
    const member = await signIn(app.backend.core, 'driver')
    const { claimId, version } = await app.onServer()
    ;(await member('updateClaim', { params: { claimId }, version, body: { stay: { hospitalZh: '别处填的医院', admittedOn: '2026-11-01', dischargedOn: '2026-11-09' } } })).ok()
    await press(texts.next)
    expect(await screen.findByText(texts.changedElsewhere)).toBeVisible()
    expect(screen.getByLabelText(stay.hospital)).toHaveValue('我填的医院')
    await press(texts.next)
    await onPage(amounts.title)
    expect((await app.onServer()).stay?.hospitalZh).toBe('我填的医院')
  })

  test('only another part was changed elsewhere: saved without bothering the member', async () => {
    const app = await openClaim(routes.claimStay)
    await type(stay.hospital, '我填的医院')
    const member = await signIn(app.backend.core, 'driver')
    const { claimId, version } = await app.onServer()
    ;(await member('updateClaim', { params: { claimId }, version, body: { invoice: { code: '44060124', number: '0012345678' } } })).ok()
    await press(texts.next)
    await onPage(amounts.title)
    expect((await app.onServer())).toMatchObject({ stay: { hospitalZh: '我填的医院' }, invoice: { number: '0012345678' } })
  })
})

describe('费用金额', () => {
  test('amounts as people type them become fen, and lead on to the papers with the estimate', async () => {
    const app = await openClaim(routes.claimAmounts, { amounts: null, papers: 0 })
    await fillBill()
    expect(screen.getByText(amounts.adds)).toBeVisible()
    await press(texts.next)
    await onPage(texts.papers.title)
    expect(screen.getByRole('button', { name: new RegExp(`${texts.estimate.title}.*8,000.00 元`) })).toBeVisible()
    expect((await app.onServer()).amounts).toEqual({ totalFen: 3_700_000, pooledFen: 2_700_000, inScopeSelfPayFen: 1_000_000, outOfScopeFen: 0, otherPaidFen: 0 })
  })

  test('parts that do not add up: the difference is said while typing and again on 下一步', async () => {
    const app = await openClaim(routes.claimAmounts, { amounts: null, papers: 0 })
    await fillBill()
    await type(amounts.selfPay, '9000')
    const words = amounts.differs(3_600_000, 100_000)
    expect(screen.getByText(words)).toBeVisible()
    await press(texts.next)
    expect(await screen.findByRole('link', { name: words })).toBeVisible()
    expect(app.server.asked).not.toContain('updateClaim')
  })

  test('the server has the last word on sums as well', async () => {
    const app = await openClaim(routes.claimAmounts, { amounts: null, papers: 0 })
    app.server.spoil('updateClaim', 'AMOUNTS_MISMATCH')
    await fillBill()
    await press(texts.next)
    expect(await screen.findByRole('link', { name: /相加应等于总费用/ })).toBeVisible()
    expect(screen.getByLabelText(amounts.total)).toBeInvalid()
  })

  test('unreadable amounts and half a paper number, each at its field', async () => {
    await openClaim(routes.claimAmounts, { amounts: null, papers: 0 })
    await fillBill()
    await type(amounts.pooled, '12,34')
    await type(amounts.invoiceCode, '44')
    await press(texts.next)
    const links = within(await screen.findByRole('alert')).getAllByRole('link').map((link) => link.textContent)
    expect(links).toEqual(['逗号的位置不对，请去掉逗号再填。', amounts.invoiceFormat(amounts.invoiceCode), amounts.invoiceOther(amounts.invoiceNumber)])
  })

  test('a paper that is in another claim: the server’s words at its number', async () => {
    const app = await openClaim(routes.claimAmounts, { papers: 0 })
    const other = await aDraft(app.backend.core, { papers: 0 })
    const member = await signIn(app.backend.core, 'driver')
    ;(await member('updateClaim', { params: { claimId: other.claimId }, version: other.version, body: { invoice: { code: '44060124', number: '0012345678' } } })).ok()
    await type(amounts.invoiceCode, '4406 0124')
    await type(amounts.invoiceNumber, '００12345678')
    await press(texts.next)
    expect(await screen.findByRole('link', { name: new RegExp(`已在申领${other.claimNo}中使用`) })).toBeVisible()
    expect(screen.getByLabelText(amounts.invoiceNumber)).toBeInvalid()
  })

  test('coming back: what the server has, the estimate with its working, the picture of the bill', async () => {
    await openClaim(routes.claimAmounts, { papers: 0 })
    expect(await screen.findByLabelText(amounts.total)).toHaveValue('37000.00')
    expect(screen.getByRole('heading', { name: texts.estimate.title })).toBeVisible()
    expect(screen.getByRole('img', { name: /总费用 37,000.00 元，其中医保支付 27,000.00 元，互助金 8,000.00 元，本人最终承担 2,000.00 元/ })).toBeInTheDocument()
  })
})

describe('a page of the draft', () => {
  test('from 核对 it leads back there', async () => {
    const app = await openClaim(routes.claimCheck)
    await press(`${texts.check.edit} ${texts.check.stay}`)
    await onPage(stay.title)
    expect(app.route().params).toEqual({ claimId: app.claimId, from: 'check' })
    await userEvent.click(await screen.findByRole('radio', { name: stay.accident }))
    await press(texts.saveAndReturn)
    await onPage(texts.check.title)
    expect(app.route().path).toBe(routes.claimCheck)
    // What it is now asks for more than before.
    expect(await screen.findByText('请填写受伤的地点和经过。')).toBeVisible()
  })

  test('a claim that was handed in is shown the way to its detail', async () => {
    const app = await openClaim(routes.claimStay)
    const member = await signIn(app.backend.core, 'driver')
    const { claimId, version } = await app.onServer()
    ;(await member('submitClaim', { params: { claimId }, body: SIGNED, version })).ok()
    await app.relaunch(withParams(routes.claimStay, { claimId: app.claimId }))
    expect(await screen.findByText(texts.notDraft.title)).toBeVisible()
    expect(screen.queryByLabelText(stay.hospital)).not.toBeInTheDocument()
    await press(texts.notDraft.action)
    await onPage(texts.detail.title)
  })

  test('cannot be opened: says so and tries again', async () => {
    const app = await openClaim(routes.claimStay)
    app.server.spoil('getClaim', 'INTERNAL')
    app.client.clear()
    await app.relaunch(withParams(routes.claimStay, { claimId: app.claimId }))
    // A kept answer would open without a server: this claim is looked at for the first time.
    expect(await screen.findByRole('button', { name: '重试' })).toBeVisible()
    app.server.mend()
    await press('重试')
    expect(await screen.findByLabelText(stay.hospital)).toHaveValue('广州市第一人民医院')
  })
})
