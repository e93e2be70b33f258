import { screen } from '@testing-library/react'
import { carried } from '@/api/carried'
import { CARRIED } from '@/api/persisted'
import * as prints from '@/contract/fingerprints'
import type { Session } from '@/contract/schemas/session'
import { scanTexts as scan } from '@/packages/event/texts'
import { texts as card } from '@/pages/card/texts'
import { routes } from '@/routes'
import { readStored, storedKeys, writeStored } from '@/platform/storage'
import { useDrafts } from '@/state/draft-store'
import { isScan, isUpload, useOutbox } from '@/state/outbox-store'
import { useRep } from '@/state/rep-store'
import { useSession } from '@/state/session-store'
import { useSettings } from '@/state/settings-store'
import { atEvent } from '@tests/builders/rep-app'
import { EVENT } from '@tests/builders/events'
import { renderApp, type App } from '@tests/setup/render-app'
import Taro from '@tests/setup/taro'
import left from '@tests/builders/fixtures/storage-before-fingerprints.json'

/** What a build that knew no fingerprints has left on a phone, and what an update makes of it where there is no network. */

type Stored = Record<string, string>
const cacheOf = (stored: Stored, account: string): { key: unknown[]; data: unknown }[] => (JSON.parse(stored[`cache.${account}`] ?? '') as { value: { key: unknown[]; data: unknown }[] }).value

/** The app as it opens after the update, without a network. */
async function updated(stored: Stored, at: string): Promise<App> {
  const app = await renderApp({ at: routes.about })
  app.goOffline()
  for (const [key, text] of Object.entries(stored)) Taro.setStorageSync(`zsb:${key}`, text)
  await Promise.all([useSession, useSettings, useRep].map((store) => store.persist.rehydrate()))
  useOutbox.getState().reload()
  await app.relaunch(at)
  return app
}
const known = ({ client }: App): string[] => client.getQueryCache().getAll().filter(({ state }) => state.data !== undefined).map(({ queryKey }) => String(queryKey[1])).sort()

test('a member: signed in, what was typed, the photo that waits, and a card with its code', async () => {
  const app = await updated(left.member, routes.card)
  expect(useSession.getState().account).toMatchObject({ accountId: 'driver' } satisfies Partial<Session['account']>)
  expect(useSettings.getState()).toMatchObject({ elderMode: true, elderOfferAnswered: true })
  expect(useDrafts.getState().forms).toEqual({ [`stay:${left.claimId}`]: { hospital: '广州市第一人民医院', department: '骨科' } })
  expect(useOutbox.getState().items.filter(isUpload)).toMatchObject([{ owner: 'driver', state: 'WAITING', payload: { claimId: left.claimId, documentType: 'MEDICAL_INVOICE', file: { name: '账单.jpg' } } }])
  expect(await screen.findByRole('img', { name: card.codeLabel })).toBeVisible()
  expect(screen.getByText(/^数据更新于/)).toBeVisible()
  // Whatever else was kept had been looked at by nobody.
  expect(known(app)).toEqual(['card', 'device'])
})

test('a rep: the kit, places without a network, and the scan that waits', async () => {
  const app = await updated(left.rep, atEvent(routes.repScan))
  expect(useRep.getState().offline).toEqual({ [EVENT]: true })
  expect(useRep.getState().seen).toHaveLength(1)
  expect(useOutbox.getState().items.filter(isScan)).toMatchObject([{ owner: 'rep', state: 'WAITING', payload: { eventId: EVENT } }])
  expect(known(app)).toEqual(['rep-event', 'rep-kit'])
  expect(await screen.findByText(scan.idle)).toBeVisible()
  expect(screen.queryByText(scan.noKit)).toBeNull()
})

test.each(['device', 'card', 'rep-kit', 'rep-event'])('%s that is damaged is not taken, and not thrown away either', async (name) => {
  const [account, stored] = name.startsWith('rep') ? (['rep', left.rep] as const) : (['driver', left.member] as const)
  const whole = cacheOf(stored, account)
  const entry = whole.find(({ key }) => key[1] === name)
  for (const gone of Object.keys(entry?.data ?? {})) {
    const damaged = whole.map((one) => (one === entry ? { ...one, data: { ...(one.data as object), [gone]: undefined } } : one))
    const app = await updated({ ...stored, [`cache.${account}`]: JSON.stringify({ version: 1, value: damaged }) }, routes.about)
    expect([gone, known(app)]).toEqual([gone, expect.not.arrayContaining([name])])
    expect(storedKeys()).toContain(`cache.${account}`)
  }
})

test('what another version kept in a shape of its own is not drawn; the certificate of it stays on the phone', async () => {
  const app = await renderApp({ as: 'courier', at: routes.about })
  const entry = (name: string, print: string) => ({ key: ['courier', name], print, data: { newer: true }, at: Date.now() })
  writeStored('cache.courier', 2, [entry('home', 'another'), entry('device', 'another'), entry('me', prints.getMe)])
  await app.relaunch(routes.home)
  await screen.findByRole('heading', { level: 1 })
  expect(app.client.getQueryData(['courier', 'home'])).not.toEqual({ newer: true })
  await new Promise((resolve) => setTimeout(resolve, 120))
  const kept = readStored('cache.courier', 2, (value) => value as { key: string[]; print: string }[]) ?? []
  expect(kept.find(({ key }) => key[1] === 'home')?.print).toBe(prints.getHome)
  expect(kept.find(({ key }) => key[1] === 'device')?.print).toBe('another')
})

/** Fingerprints that were ever out there. A shape that changes: its new one is added here, and the one before gets a step in api/carried.ts. */
const RELEASED = { card: ['', 'Ads1GmzK'], device: ['', 'NOAqND9V'], 'rep-events': ['', 'YyZKWBPV'], 'rep-event': ['', 'fx5hC2Qq'], 'rep-kit': ['', 'DxIf_zPf', 'gkcDMN0g'] }
const NOW = { card: prints.getCard, device: prints.registerDevice, 'rep-events': prints.listRepEvents, 'rep-event': prints.getRepEvent, 'rep-kit': prints.getEventKit }

test.each(Object.entries(NOW))('%s has a step from every shape that was ever kept', (name, now) => {
  const released = Object.entries(RELEASED).find(([known]) => known === name)?.[1] ?? []
  expect(released).toContain(now)
  expect(released.filter((print) => print !== now && !(print in (carried[name] ?? {})))).toEqual([])
})
test('nothing else is carried', () => expect(Object.keys(carried).sort()).toEqual(Object.keys(NOW).sort()))
test('what has a step is what the steps are fetched for', () => expect([...CARRIED].sort()).toEqual(Object.keys(carried).sort()))
