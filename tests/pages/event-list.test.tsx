import { fireEvent, screen, waitFor } from '@testing-library/react'
import { lightZh, listTexts as t, queueTexts } from '@/packages/event/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useOutbox } from '@/state/outbox-store'
import { enqueueScan } from '@/api/scan-delivery'
import { exportText } from '@/platform/export-text'
import { EVENT } from '@tests/builders/events'
import type { Embedded } from '@mock/embedded'
import { button, renderApp, type App } from '@tests/setup/render-app'

jest.mock('@/platform/export-text', () => ({ exportText: jest.fn().mockResolvedValue('saved'), exportLocal: jest.fn() }))
const exported = jest.mocked(exportText)
beforeEach(() => exported.mockClear())

const COUNT = 5_000
const ROW = 96
const at = withParams(routes.repList, { eventId: EVENT })
const LIGHTS = ['green', 'amber', 'red'] as const

/** As many scans as a whole day at a large event. */
const manyScans = async ({ store }: Embedded): Promise<void> =>
  store.transact(async (tx) => {
    for (let index = 0; index < COUNT; index++) {
      const light = LIGHTS[index % 3] ?? 'red'
      const minute = String(Math.floor(index / 100) % 60).padStart(2, '0')
      await tx.put('scan', {
        id: `scan-${index}`, ownerId: EVENT, repId: 'rep', deviceId: 'install-1', leaseId: null, at: `2026-11-23T09:${minute}:00+08:00`, scannedAt: `2026-11-23T09:${minute}:00+08:00`,
        offline: index % 2 === 0, light, code: light === 'green' ? 'ACTIVATED' : light === 'amber' ? 'RESERVED' : 'AGE_OUT_OF_RANGE', repZh: index === 7 ? '=1+1' : '说明',
        memberId: null, nameMasked: index % 10 === 0 ? '欧阳**' : '陈**', numberEnd: String(1000 + index).slice(-4), ticketId: null, signed: false,
      })
    }
  })
const open = (): Promise<App> => renderApp({ as: 'rep', at, prepare: manyScans })
const rows = (): HTMLElement[] => screen.getAllByRole('listitem')

test('5,000 rows: at most 60 are mounted wherever it is scrolled, and the rest comes page by page', async () => {
  const app = await open()
  expect(await screen.findByText(t.total(COUNT))).toBeVisible()
  const list = screen.getByRole('list', { name: t.rows })
  for (let wanted = 500; wanted <= COUNT; wanted += 500) {
    await waitFor(() => expect(app.server.asked.filter((name) => name === 'listScans')).toHaveLength(wanted / 500))
    Object.defineProperty(list, 'scrollTop', { value: wanted * ROW - 900, configurable: true })
    fireEvent.scroll(list)
    await waitFor(() => expect(rows().length).toBeGreaterThan(0))
    expect(rows().length).toBeLessThanOrEqual(60)
  }
})

test('search by the begin of the name or the last digits, and filter by verdict', async () => {
  await open()
  await screen.findByText(t.total(COUNT))
  fireEvent.change(screen.getByRole('textbox', { name: t.search }), { target: { value: '欧阳' } })
  fireEvent.click(await button(t.find))
  expect(await screen.findByText(t.total(COUNT / 10))).toBeVisible()
  fireEvent.change(screen.getByRole('textbox', { name: t.search }), { target: { value: '1234' } })
  fireEvent.click(await button(t.find))
  expect(await screen.findByText(t.total(1))).toBeVisible()
  fireEvent.change(screen.getByRole('textbox', { name: t.search }), { target: { value: '' } })
  fireEvent.click(await button(t.find))
  fireEvent.click(await screen.findByRole('radio', { name: lightZh.red }))
  expect(await screen.findByText(t.total(Math.floor(COUNT / 3)))).toBeVisible()
  for (const row of rows()) expect(row).toHaveTextContent(lightZh.red)
})

test('the file has every row that fits, and no formula', async () => {
  await open()
  await screen.findByText(t.total(COUNT))
  fireEvent.click(await button(t.export))
  expect(await screen.findByText(t.exported, undefined, { timeout: 15_000 })).toBeVisible()
  const [name, csv] = exported.mock.calls[0] ?? []
  expect(name).toBe(`${EVENT}.csv`)
  expect(csv?.split('\r\n')).toHaveLength(COUNT + 2)
  expect(csv).toContain(`,'=1+1,`)
})

test('nothing scanned yet', async () => {
  await renderApp({ as: 'rep', at })
  expect(await screen.findByText(t.none)).toBeVisible()
})

test('the queue goes into a file without any code', async () => {
  await renderApp({ as: 'rep', at: withParams(routes.repQueue, { eventId: EVENT }) })
  await enqueueScan(EVENT, 'LS-1', 'ref-1', { code: 'v1.secret', scannedAt: '2026-11-23T09:00:00+08:00', deviceId: 'install-1', offline: true })
  fireEvent.click(await button(queueTexts.export))
  await screen.findByText(queueTexts.exported)
  const [, csv] = exported.mock.calls[0] ?? []
  expect(csv).toContain(queueTexts.states.WAITING)
  expect(csv).not.toContain('secret')
  expect(useOutbox.getState().items).toHaveLength(1)
})
