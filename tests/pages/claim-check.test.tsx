import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { enqueueUpload } from '@/api/uploads'
import { TransportDropped } from '@mock/core'
import { texts } from '@/packages/claim/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useDrafts } from '@/state/draft-store'
import { askingWords } from '@/ui'
import { openWaiting } from '@tests/builders/after-submission-app'
import { onPage, openClaim, press, sign, type } from '@tests/builders/claim-app'
import { aDraft, aSubmittedClaim } from '@tests/builders/driver-claims'
import { signIn } from '@tests/builders/people'
import { nameStrokes } from '@tests/builders/signature'
import { __calls, __stack } from '@tests/setup/taro'

const t = texts.check
/** Ticks and signs, in whatever order. */
const declare = async (): Promise<void> => {
  await userEvent.click(await screen.findByRole('checkbox', { name: t.declare }))
  await sign()
}
const links = async (): Promise<(string | null)[]> => within(await screen.findByRole('alert')).getAllByRole('link').map((link) => link.textContent)

describe('核对', () => {
  test('every answer, the estimate with its working, and that nothing is missing', async () => {
    await openClaim(routes.claimCheck)
    expect(await screen.findByText(t.complete)).toBeVisible()
    for (const answer of ['生病住院申领', '广州市第一人民医院', '2026年11月1日', '2026年11月9日', '37,000.00 元', '27,000.00 元']) expect(screen.getAllByText(answer).length).toBeGreaterThan(0)
    expect(screen.getByRole('heading', { name: texts.estimate.title })).toBeVisible()
    expect(screen.getByText(/80%/)).toBeVisible()
    expect(screen.getByText(/本保障期限额[\d,.]+元，已用[\d,.]+元，还可用[\d,.]+元；住院最多2次，已用\d次/)).toBeVisible()
    expect(screen.getByRole('img', { name: /互助金 8,000.00 元，本人最终承担 2,000.00 元/ })).toBeInTheDocument()
    expect(screen.getByRole('checkbox', { name: t.declare })).not.toBeChecked()
  })

  test.each([
    [t.stay, routes.claimStay],
    [t.amounts, routes.claimAmounts],
    [t.papers, routes.claimPapers],
  ])('修改 at %s leads there and back', async (title, path) => {
    const app = await openClaim(routes.claimCheck)
    await press(`${t.edit} ${title}`)
    await waitFor(() => expect(app.route()).toEqual({ path, params: { claimId: app.claimId, from: 'check' } }))
    await press(path === routes.claimPapers ? texts.backToCheck : texts.saveAndReturn)
    await waitFor(() => expect(app.route().path).toBe(routes.claimCheck))
  })

  test('what the server misses stands as lines that lead to where it is put right', async () => {
    const app = await openClaim(routes.claimCheck, { amounts: null, papers: 0 })
    const { missing } = await app.onServer()
    expect(missing.length).toBeGreaterThan(1)
    for (const { textZh } of missing) expect(await screen.findByRole('button', { name: textZh })).toBeVisible()
    await press(missing[0]?.textZh ?? '')
    await onPage(texts.amounts.title)
    expect(app.route().params.from).toBe('check')
  })
})

afterEach(() => jest.restoreAllMocks())

describe('提交申领', () => {
  test('hands the claim in: receipt with number, next step, who, and by when', async () => {
    const app = await openClaim(routes.claimCheck)
    await declare()
    await press(t.submit)
    await onPage(texts.receipt.title)
    const receipt = (await (await signIn(app.backend.core, 'driver'))('getClaimReceipt', { params: { claimId: app.claimId } })).ok()
    const shown = within(screen.getByRole('main'))
    expect(shown.getByText(receipt.claimNo)).toBeVisible()
    for (const words of [receipt.nextZh, receipt.whoZh, receipt.whenZh, texts.receipt.filesCount(receipt.filesReceived)]) expect(shown.getByText(words)).toBeVisible()
    expect((await app.onServer()).status.state).toBe('REVIEWING')
    // The way back leads past the form that is closed now.
    expect(__stack().map(({ path }) => path)).toEqual([routes.claims, routes.claimDetail, routes.claimReceipt])
    await press(texts.receipt.progress)
    await onPage(texts.detail.title)
    expect(__stack()).toHaveLength(2)
  })

  test('without the tick nothing goes, and the summary leads to it', async () => {
    const app = await openClaim(routes.claimCheck)
    await press(t.submit)
    expect(await links()).toEqual([t.declareMissing, texts.sign.missing])
    expect(screen.queryByText(t.complete)).not.toBeInTheDocument()
    await userEvent.click(screen.getByRole('link', { name: t.declareMissing }))
    expect(screen.getByRole('checkbox', { name: t.declare })).toHaveFocus()
    expect(app.server.asked).not.toContain('submitClaim')
  })

  test('with something missing: the server’s list in the summary, in its words', async () => {
    const app = await openClaim(routes.claimCheck, { papers: 0 })
    await declare()
    await press(t.submit)
    expect(await links()).toEqual((await app.onServer()).missing.map(({ textZh }) => textZh))
    expect(app.server.asked).not.toContain('submitClaim')
  })

  test('while a file is still on its way', async () => {
    const app = await openClaim(routes.claimCheck)
    await enqueueUpload(app.claimId, 'OTHER', { blob: new Blob(['x']), name: '补充.jpg', size: 1, mime: 'image/jpeg' })
    expect(await screen.findByRole('button', { name: t.uploading(1) })).toBeVisible()
    await declare()
    await press(t.submit)
    expect(await links()).toEqual([t.uploading(1)])
  })

  test('the signature goes with it, drawn by the server into the form', async () => {
    const app = await openClaim(routes.claimCheck)
    await declare()
    await press(t.submit)
    await onPage(texts.receipt.title)
    const letters = await app.backend.store.transact((tx) => tx.list('letter', 'driver'))
    const form = letters.find(({ claimId, kind }) => claimId === app.claimId && kind === 'APPLICATION')
    expect(form?.sheet.blocks).toContainEqual(expect.objectContaining({ kind: 'signature', strokes: nameStrokes }))
  })

  test('清除重签 empties the field, and an empty field is no signature', async () => {
    const app = await openClaim(routes.claimCheck)
    await declare()
    await press(texts.sign.clear)
    await press(t.submit)
    expect(await links()).toEqual([texts.sign.missing])
    expect(app.server.asked).not.toContain('submitClaim')
  })

  test('who cannot draw types the own name; another name is refused at the field, and nothing is lost', async () => {
    const app = await openClaim(routes.claimCheck)
    await userEvent.click(await screen.findByRole('checkbox', { name: t.declare }))
    await userEvent.click(screen.getByRole('checkbox', { name: texts.sign.byName }))
    await press(t.submit)
    expect(await links()).toEqual([texts.sign.nameMissing])
    await type(texts.sign.name, '别人')
    await press(t.submit)
    expect(await links()).toEqual(['输入的姓名与登记的姓名不一致，请核对。'])
    expect((await app.onServer()).status.state).toBe('DRAFT')
    const name = (await app.backend.store.transact((tx) => tx.get('account', 'driver')))?.name ?? ''
    await type(texts.sign.name, ` ${name} `)
    await press(t.submit)
    await onPage(texts.receipt.title)
  })

  test('two taps: one request, one claim', async () => {
    const app = await openClaim(routes.claimCheck)
    await declare()
    const open = app.server.hold('submitClaim')
    const submit = await screen.findByRole('button', { name: t.submit })
    // Both before the button can show that it is busy.
    fireEvent.click(submit)
    fireEvent.click(submit)
    await screen.findByRole('button', { name: `${t.submit}，处理中` })
    open()
    await onPage(texts.receipt.title)
    expect(app.server.asked.filter((name) => name === 'submitClaim')).toHaveLength(1)
  })

  test('the answer is lost after the server has handled it: the same is asked for again, and gets the same receipt', async () => {
    const app = await openClaim(routes.claimCheck)
    await declare()
    const { handle } = app.backend.core
    let lose = true
    jest.spyOn(app.backend.core, 'handle').mockImplementation(async (request) => {
      const answer = await handle(request)
      if (lose && request.path.endsWith('/submission')) throw new TransportDropped()
      return answer
    })
    await press(t.submit)
    expect(await screen.findByText(askingWords.title)).toBeVisible()
    expect(screen.getByRole('checkbox', { name: t.declare })).toBeChecked()
    lose = false
    await onPage(texts.receipt.title)
    const { timeline } = await app.onServer()
    expect(timeline.filter(({ titleZh }) => titleZh === '已提交')).toHaveLength(1)
  })

  test.each([
    ['DUPLICATE_INVOICE', /这张票据已用于另一笔申领/],
    ['FILES_INCOMPLETE', /还有材料没有收到/],
    ['CLAIM_WINDOW_OVER', /已超过申领时限/],
    ['INTERNAL', /服务出了点问题/],
  ] as const)('%s: in words, in place; nothing is lost and it can be tried again', async (code, words) => {
    const app = await openClaim(routes.claimCheck)
    await declare()
    app.server.spoil('submitClaim', code)
    await press(t.submit)
    expect(await screen.findByText(words)).toBeVisible()
    expect((await app.onServer()).status.state).toBe('DRAFT')
    app.server.mend()
    await press(t.submit)
    await onPage(texts.receipt.title)
  })

  test('changed elsewhere since it was looked at: look again first', async () => {
    const app = await openClaim(routes.claimCheck)
    await declare()
    const { version, claimId } = await app.onServer()
    const member = await signIn(app.backend.core, 'driver')
    ;(await member('updateClaim', { params: { claimId }, version, body: { stay: { hospitalZh: '别处改的医院', admittedOn: '2026-11-01', dischargedOn: '2026-11-09' } } })).ok()
    await press(t.submit)
    expect(await screen.findByText(t.changedElsewhere)).toBeVisible()
    expect(await screen.findByText('别处改的医院')).toBeVisible()
    await press(t.submit)
    await onPage(texts.receipt.title)
  })

  test('C3 was withdrawn meanwhile: asked for here, and one tap does both', async () => {
    const app = await openClaim(routes.claimCheck, async ({ backend: { core } }) => {
      const { claimId } = await aDraft(core)
      const member = await signIn(core, 'driver')
      ;(await member('setConsent', { params: { consentId: 'C3' }, body: { granted: false, version: '1.0' } })).ok()
      return (await member('getClaim', { params: { claimId } })).ok()
    })
    const box = await screen.findByRole('checkbox', { name: new RegExp(`^${texts.start.consentLabel}`) })
    await declare()
    await press(t.submit)
    expect(await links()).toEqual([texts.start.consentMissing])
    await userEvent.click(box)
    await press(t.submit)
    await onPage(texts.receipt.title)
    expect((await app.onServer()).status.state).toBe('REVIEWING')
  })

  test('C3 is withdrawn while one looks: the refusal, which the server remembers, does not stand in the way of the next try', async () => {
    const app = await openClaim(routes.claimCheck)
    await declare()
    const member = await signIn(app.backend.core, 'driver')
    ;(await member('setConsent', { params: { consentId: 'C3' }, body: { granted: false, version: '1.0' } })).ok()
    await press(t.submit)
    await userEvent.click(await screen.findByRole('checkbox', { name: new RegExp(`^${texts.start.consentLabel}`) }))
    await press(t.submit)
    await onPage(texts.receipt.title)
  })

  test('what was typed on the way is forgotten once the claim is handed in', async () => {
    const app = await openClaim(routes.claimCheck)
    useDrafts.getState().set(`stay:${app.claimId}`, { hospital: '打了一半' })
    await declare()
    await press(t.submit)
    await onPage(texts.receipt.title)
    expect(useDrafts.getState().forms).toEqual({})
  })
})

describe('回执', () => {
  const openReceipt = () => openClaim(routes.claimReceipt, ({ backend: { core } }) => aSubmittedClaim(core))

  test('leads to the progress, the bank card, home, and the hotline', async () => {
    const app = await openReceipt()
    expect(await screen.findByText(texts.receipt.headline)).toBeVisible()
    await press(new RegExp(`^${texts.receipt.hotline('12351')}`))
    await waitFor(() => expect(__calls('makePhoneCall')).toHaveLength(1))
    await press(texts.receipt.progress)
    await onPage(texts.detail.title)
    expect(app.route()).toEqual({ path: routes.claimDetail, params: { claimId: app.claimId } })
    await app.relaunch(withParams(routes.claimReceipt, { claimId: app.claimId }))
    await press(new RegExp(`^${texts.receipt.bankCard}`))
    await waitFor(() => expect(app.route().path).toBe(routes.bankCard))
    await app.relaunch(withParams(routes.claimReceipt, { claimId: app.claimId }))
    await press(texts.receipt.home)
    await waitFor(() => expect(app.route().path).toBe(routes.home))
  })

  test('of a draft is no 提交成功: it says what it is and leads to where it is unfinished', async () => {
    const app = await openClaim(routes.claimReceipt, { papers: 0 })
    await onPage(texts.receipt.none)
    expect(screen.queryByText(texts.receipt.title)).toBeNull()
    await press(texts.detail.resume)
    await onPage(texts.papers.title)
    expect(app.route()).toEqual({ path: routes.claimPapers, params: { claimId: app.claimId } })
  })

  test('of a claim that came by itself and was never handed in: leads to where it stands', async () => {
    await openWaiting('model', routes.claimReceipt)
    await onPage(texts.receipt.noneEver)
    await press(texts.detail.see)
    await onPage(texts.detail.title)
  })

  test('of no claim at all: the server’s words, and no 提交成功', async () => {
    const app = await openClaim(routes.claimReceipt)
    await app.relaunch(withParams(routes.claimReceipt, { claimId: 'none' }))
    await onPage(texts.receipt.untold)
    expect(await screen.findByText(/没有找到这项内容/)).toBeVisible()
    expect(screen.queryByText(texts.receipt.title)).toBeNull()
  })
})
