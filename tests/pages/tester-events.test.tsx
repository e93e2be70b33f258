import { fireEvent, screen, waitFor } from '@testing-library/react'
import { eventTexts as t } from '@/packages/tester/event-texts'
import { FILL_COUNT } from '@/packages/tester/model/event-control'
import { routes } from '@/routes'
import { EVENT, INSTALLATION, SEED_LEASE, stopped } from '@tests/builders/events'
import { signIn } from '@tests/builders/people'
import { answer } from '@tests/setup/dialog'
import { button, renderApp } from '@tests/setup/render-app'

const params = { eventId: EVENT }
const queued = { code: 'not a card', scannedAt: '2026-11-23T09:00:00+08:00', deviceId: INSTALLATION }

test('every scan is shown: who, when, on which device, with which verdict, and how far its clock was off', async () => {
  await renderApp({
    at: routes.tester,
    prepare: async ({ core }) => {
      const rep = await signIn(core, 'rep')
      ;(await rep('submitScan', { params, body: { ...queued, offline: true, leaseId: SEED_LEASE } })).ok()
      ;(await rep('submitScan', { params, body: { ...queued, offline: true, leaseId: SEED_LEASE, clockSkewMs: 91_000 } })).ok()
    },
  })
  expect(await screen.findByText(t.audit)).toBeVisible()
  const details = await waitFor(() => {
    const found = screen.getAllByText(new RegExp(`2026年11月23日 10:00 · 邓\\*\\* · ${INSTALLATION} · 离线`))
    expect(found).toHaveLength(2)
    return found.map((line) => line.textContent ?? '')
  })
  expect(details.filter((line) => line.endsWith(t.skew(null)))).toHaveLength(1)
  expect(details.filter((line) => line.endsWith('时钟差91秒'))).toHaveLength(1)
})

test('a stopped rep goes on when the tester lifts it', async () => {
  const app = await renderApp({ at: routes.tester, prepare: stopped })
  fireEvent.click(await button(t.labelFor(t.lift, '邓**')))
  expect((await screen.findAllByText(t.lifted('邓**')))[0]).toBeVisible()
  expect(await screen.findByText(t.noStops)).toBeVisible()
  expect((await app.control('listRepStops')).ok().items).toEqual([])
})

test('a lease is revoked after a question, and the device unbound', async () => {
  const app = await renderApp({
    at: routes.tester,
    prepare: async ({ core }) => {
      const rep = await signIn(core, 'rep')
      ;(await rep('bindRepDevice', { params: { deviceId: INSTALLATION }, body: {} })).ok()
    },
  })
  const state = async () => (await app.control('listLeases')).ok().items.find(({ lease }) => lease.leaseId === SEED_LEASE)?.lease.state
  fireEvent.click(await button(t.labelFor(t.revoke, SEED_LEASE)))
  await answer(false)
  expect(await state()).toBe('LIVE')
  fireEvent.click(await button(t.labelFor(t.revoke, SEED_LEASE)))
  await answer(true)
  expect((await screen.findAllByText(t.revoked('邓**')))[0]).toBeVisible()
  expect(await state()).toBe('REVOKED')
  await waitFor(() => expect(screen.queryByRole('button', { name: t.labelFor(t.revoke, SEED_LEASE) })).toBeNull())
  fireEvent.click(await button(t.labelFor(t.unbind, '邓**')))
  expect((await screen.findAllByText(t.unbound('邓**')))[0]).toBeVisible()
  expect((await (await signIn(app.backend.core, 'rep'))('getRepEvent', { params })).ok().deviceBound).toBe(false)
})

test('an event is filled with 5,000 scans; the audit shows few, and more when asked', async () => {
  const app = await renderApp({ at: routes.tester })
  expect(await screen.findByText(t.noScans)).toBeVisible()
  fireEvent.click(await button(t.fill(EVENT, FILL_COUNT)))
  expect((await screen.findAllByText(t.filled(EVENT, FILL_COUNT)))[0]).toBeVisible()
  expect((await (await signIn(app.backend.core, 'rep'))('listScans', { params, query: { limit: '1' } })).ok().total).toBe(FILL_COUNT)
  await waitFor(() => expect(screen.getAllByText(new RegExp(t.skew(null)))).toHaveLength(10))
  fireEvent.click(await button(t.more))
  await waitFor(() => expect(screen.getAllByText(new RegExp(t.skew(null)))).toHaveLength(50))
})
