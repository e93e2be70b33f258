import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import type { Claim } from '@/contract/schemas/claim'
import { useReading } from '@/packages/claim/model/reading'
import { readingTexts as t } from '@/packages/claim/reading-texts'
import { texts } from '@/packages/claim/texts'
import { routes } from '@/routes'
import type { PageText } from '@mock/partners/recognition'
import { onPage, openClaim, press, startOutbox, type } from '@tests/builders/claim-app'
import { aDraft, addPhoto } from '@tests/builders/driver-claims'
import { DRIVER, driverBill } from '@tests/builders/paper-text'
import { signIn } from '@tests/builders/people'
import type { App } from '@tests/setup/render-app'
import { __open, __stack } from '@tests/setup/taro'
import { RouteContext } from '@tests/setup/taro-hooks'

const { stay, amounts } = texts

const withBill = async (app: App): Promise<Claim> => {
  const { claimId } = await aDraft(app.backend.core, { stay: null, amounts: null, papers: 0 })
  const member = await signIn(app.backend.core, 'driver')
  await addPhoto(member, claimId, 'MEDICAL_INVOICE')
  return (await member('getClaim', { params: { claimId } })).ok()
}
const described = (label: string, words: string): Promise<void> => waitFor(() => expect(screen.getByLabelText(label)).toHaveAccessibleDescription(expect.stringContaining(words)))
const markOf = async (label: string): Promise<string> => (await screen.findByLabelText(label)).getAttribute('aria-describedby') ?? ''

describe('a draft whose bill was read', () => {
  test('needs no typing: two pages are looked at, and the server has it all', async () => {
    const app = await openClaim(routes.claimStay, withBill, {}, async () => driverBill())
    await waitFor(() => expect(screen.getByLabelText(stay.hospital)).toHaveValue('示例区第一人民医院'))
    for (const label of [stay.hospital, stay.admittedOn, stay.dischargedOn]) await described(label, t.read)
    expect(screen.getByText(t.filled)).toBeVisible()
    await press(texts.next)
    await onPage(amounts.title)
    for (const [label, value] of [[amounts.total, '37000.00'], [amounts.pooled, '27000.00'], [amounts.selfPay, '10000.00'], [amounts.outOfScope, '0.00'], [amounts.invoiceCode, '44990026'], [amounts.invoiceNumber, '0000000001']] as const) {
      expect(await screen.findByLabelText(label)).toHaveValue(value)
      await described(label, t.read)
    }
    expect(screen.queryByText(t.unsure)).not.toBeInTheDocument()
    await press(texts.next)
    await waitFor(async () => expect(await app.onServer()).toMatchObject({
      stay: { hospitalZh: '示例区第一人民医院', admittedOn: '2026-11-01', dischargedOn: '2026-11-09' },
      amounts: { totalFen: 3_700_000, pooledFen: 2_700_000, inScopeSelfPayFen: 1_000_000, outOfScopeFen: 0 },
      invoice: { code: '44990026', number: '0000000001' },
    }))
  })

  test('the member has the last word; what was read stays with the paper', async () => {
    const app = await openClaim(routes.claimAmounts, withBill, {}, async () => driverBill())
    await waitFor(() => expect(screen.getByLabelText(amounts.pooled)).toHaveValue('27000.00'))
    await type(amounts.pooled, '26000')
    await type(amounts.selfPay, '11000')
    expect(await markOf(amounts.pooled)).not.toContain('mark')
    expect(await markOf(amounts.total)).toContain('mark')
    await press(texts.next)
    await waitFor(async () => expect((await app.onServer()).amounts).toMatchObject({ pooledFen: 2_600_000, inScopeSelfPayFen: 1_100_000 }))
    expect((await app.onServer()).documents[0]?.reading?.fields).toContainEqual({ titleZh: '医保已付', valueZh: '27,000.00 元', sure: true })
  })

  test('what was typed before the reading came is not touched', async () => {
    let finish = (): void => undefined
    const held = new Promise<void>((resolve) => (finish = resolve))
    await openClaim(routes.claimStay, withBill, {}, async () => (await held, driverBill()))
    expect(await screen.findByText(t.reading)).toBeVisible()
    await type(stay.hospital, '中山大学附属第一医院')
    finish()
    await waitFor(() => expect(screen.getByLabelText(stay.admittedOn)).toHaveValue('2026-11-01'))
    expect(screen.getByLabelText(stay.hospital)).toHaveValue('中山大学附属第一医院')
    expect(screen.queryByText(t.reading)).not.toBeInTheDocument()
  })

  test('a field that was emptied stays empty', async () => {
    const app = await openClaim(routes.claimAmounts, withBill, {}, async () => driverBill())
    await waitFor(() => expect(screen.getByLabelText(amounts.invoiceCode)).toHaveValue('44990026'))
    await type(amounts.invoiceCode, 'x')
    await type(amounts.invoiceNumber, 'x')
    for (const label of [amounts.invoiceCode, amounts.invoiceNumber]) await clear(label)
    await press(texts.next)
    await waitFor(async () => expect((await app.onServer()).amounts).not.toBeNull())
    expect((await app.onServer()).invoice).toBeNull()
    await app.relaunch(`${routes.claimAmounts}?claimId=${app.claimId}`)
    expect(await screen.findByLabelText(amounts.total)).toHaveValue('37000.00')
    expect(screen.getByLabelText(amounts.invoiceCode)).toHaveValue('')
  })

  test('what is not sure says so, until the member has saved it', async () => {
    const app = await openClaim(routes.claimAmounts, withBill, {}, async () => ({ ...driverBill(), legible: false }))
    await waitFor(() => expect(screen.getByLabelText(amounts.total)).toHaveValue('37000.00'))
    for (const label of [amounts.total, amounts.pooled, amounts.invoiceNumber]) await described(label, t.unsure)
    await press(texts.next)
    await waitFor(async () => expect((await app.onServer()).amounts).not.toBeNull())
    await app.relaunch(`${routes.claimAmounts}?claimId=${app.claimId}`)
    expect(await screen.findByLabelText(amounts.total)).toHaveValue('37000.00')
    // What was kept on the phone is shown first; the server's word follows.
    await waitFor(() => expect(screen.queryByText(t.unsure)).not.toBeInTheDocument())
  })

  test('the paper of somebody else is said in words, and all of it is to be compared', async () => {
    await openClaim(routes.claimAmounts, withBill, {}, async () => driverBill((text) => text.replace(DRIVER, '李某某')))
    expect(await screen.findByText(/姓名读作“李某某”/)).toBeVisible()
    await described(amounts.total, t.unsure)
  })

  test('a photo on which nothing can be read changes nothing', async () => {
    const app = await openClaim(routes.claimAmounts, withBill, {}, async () => null)
    await waitFor(async () => expect((await app.onServer()).documents[0]?.reading?.state).toBe('NONE'))
    expect(await screen.findByLabelText(amounts.total)).toHaveValue('')
    await waitFor(() => expect(screen.queryByText(t.reading)).not.toBeInTheDocument())
    expect(screen.queryByText(t.filled)).not.toBeInTheDocument()
  })
})

describe('on 核对', () => {
  const CHECKED = { hospitalZh: '示例区第一人民医院', admittedOn: '2026-11-01', dischargedOn: '2026-11-09' }
  const FIGURES = { totalFen: 3_700_000, pooledFen: 2_600_000, inScopeSelfPayFen: 1_100_000, outOfScopeFen: 0, otherPaidFen: 0 }
  /** The member has changed two figures that were read. */
  const filledIn = async (app: App): Promise<Claim> => {
    const claim = await withBill(app)
    const member = await signIn(app.backend.core, 'driver')
    return (await member('updateClaim', { params: claim, version: claim.version, body: { stay: CHECKED, amounts: FIGURES, invoice: { code: '44990026', number: '0000000001' } } })).ok()
  }
  /** What stands beside a label. */
  const beside = (label: string): string => screen.getByText(label, { selector: '.z-fact-label' }).nextElementSibling?.textContent ?? ''
  const read = async (page: PageText | null): Promise<void> => void (await openClaim(routes.claimCheck, filledIn, {}, async () => page))

  test('each answer says whether it was read; where the member has another, both stand there', async () => {
    await read(driverBill())
    await waitFor(() => expect(beside(stay.hospital)).toBe(`示例区第一人民医院${t.read}`))
    expect(beside(stay.admittedOn)).toBe(`2026年11月1日${t.read}`)
    expect(beside(amounts.total)).toBe(`37,000.00 元${t.read}`)
    expect(beside(amounts.invoiceNumber)).toBe(`0000000001${t.read}`)
    expect(beside(amounts.pooled)).toBe(`26,000.00 元${t.readAs('27,000.00 元')}`)
    expect(screen.getByText(t.readAs('10,000.00 元'))).toHaveClass('z-field-mark--ask')
  })

  test('what was not read for certain asks to be compared', async () => {
    await read({ ...driverBill(), legible: false })
    await waitFor(() => expect(beside(amounts.total)).toBe(`37,000.00 元${t.unsure}`))
    expect(beside(stay.dischargedOn)).toContain(t.unsure)
  })

  test('the name of somebody else is said before anything is handed in', async () => {
    await read(driverBill((text) => text.replace(DRIVER, '李某某')))
    expect(await screen.findByText(/姓名读作“李某某”，与您的姓名“梁行远”不一样/)).toBeVisible()
    expect(screen.queryByText(t.filled)).not.toBeInTheDocument()
  })

  test('where nothing was read, the answers stand alone', async () => {
    await read(null)
    await waitFor(() => expect(beside(amounts.pooled)).toBe('26,000.00 元'))
    expect(document.body.textContent).not.toMatch(/识别|读作|读到/)
  })
})

test('papers come first, and lead on to what was read from them', async () => {
  const app = await openClaim(routes.claimPapers, withBill, {}, async () => driverBill())
  startOutbox(app)
  expect(await screen.findByText(t.found(9))).toBeVisible()
  expect(screen.queryByText(texts.papers.fillFirst.stay)).not.toBeInTheDocument()
  await press(texts.next)
  await onPage(stay.title)
})

test('where nobody reads, the form is as before', async () => {
  await openClaim(routes.claimPapers, withBill)
  expect(await screen.findByText(texts.papers.fillFirst.stay)).toBeVisible()
  expect(document.body.textContent).not.toMatch(/识别|读到/)
})

describe('asking again', () => {
  const claim = { claimId: 'c1', prefill: { reading: true } } as Claim
  function Asking({ reading }: { reading: boolean }) {
    useReading(reading ? claim : { ...claim, prefill: null })
    return null
  }
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test('goes on while it is read, less and less often, in the end twice a minute', async () => {
    const client = new QueryClient()
    const asked = jest.spyOn(client, 'refetchQueries').mockResolvedValue()
    __open('/pages/home/index')
    const [entry] = __stack()
    const tree = (reading: boolean) => (
      <QueryClientProvider client={client}>
        <RouteContext.Provider value={entry ?? null}><Asking reading={reading} /></RouteContext.Provider>
      </QueryClientProvider>
    )
    const page = render(tree(true))
    await act(() => jest.advanceTimersByTimeAsync(10_000))
    const early = asked.mock.calls.length
    expect(early).toBeGreaterThan(2)
    page.rerender(tree(false))
    await act(() => jest.advanceTimersByTimeAsync(60_000))
    expect(asked).toHaveBeenCalledTimes(early)
    page.rerender(tree(true))
    await act(() => jest.advanceTimersByTimeAsync(600_000))
    const late = asked.mock.calls.length
    expect(late - early).toBeLessThan(45)
    await act(() => jest.advanceTimersByTimeAsync(600_000))
    expect(asked.mock.calls.length - late).toBe(20)
  })
})

async function clear(label: string): Promise<void> {
  const { default: userEvent } = await import('@testing-library/user-event')
  await userEvent.clear(within(document.body).getByLabelText(label))
}
