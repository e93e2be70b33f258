import assert from 'node:assert/strict'
import { deskTexts as desk, entryTexts, listTexts, posterTexts, queueTexts as queue, scanTexts as scan } from '@/packages/event/texts'
import { withParams } from '@/platform/address'
import { askingWords } from '@/ui/asking-words'
import { routes } from '@/routes'
import type { CutAt, CutBackend } from './cut-backend'
import { CAMPAIGN, EVENT, SEED_LEASE, whoIs } from './events'
import { cutAndMend, type CutStep, type Phone } from './cut-steps'
import { crowdOf } from './rep-phone'

/** One step of a rep's work. */
export interface RepStep extends CutStep {
  page: string
  /** The rep's phone has to be bound first. */
  bound: boolean
}

export const atEventOf = (page: string): string => withParams(page, { eventId: EVENT })
const NETWORK = '网络没有连上'
/** Without a key nothing is sent twice: the page is asked for anew, and shows what became of it. */
const UNSURE = '现在还不知道是否成功'
const retry = (phone: Phone): Promise<void> => phone.press('重试')

async function places({ store }: CutBackend) {
  return store.transact(async (tx) => ({
    live: (await tx.list('lease', 'rep')).filter(({ state }) => state === 'LIVE'),
    held: (await tx.list('ticket', 'courier')).filter(({ campaignId, holdsPlace }) => campaignId === CAMPAIGN && holdsPlace),
    scans: (await tx.list('scan', EVENT)).length,
    campaign: await tx.get('campaign', CAMPAIGN),
  }))
}
const onePlace = async (backend: CutBackend): Promise<void> => {
  const { held, scans, campaign } = await places(backend)
  assert.deepEqual([held.length, scans, campaign?.used], [1, 1, 1])
}
const paste = async (phone: Phone, backend: CutBackend): Promise<void> => {
  await phone.type(scan.code, await crowdOf(backend).code('courier'))
  await phone.press(scan.check)
}

export const repSteps: readonly RepStep[] = [
  { name: 'the desk opens', page: routes.repDesk, bound: false, cut: /^GET .*\/rep\/events\/[^/]+$/, says: NETWORK, again: retry, done: desk.quota },
  { name: 'the phone is bound', page: routes.repDesk, bound: false, cut: /^PUT .*\/rep\/devices\//, act: (phone) => phone.press(desk.bind), says: UNSURE, again: async (phone, at) => (at === 'before' ? phone.press(desk.bind) : undefined), done: desk.leaseLeft },
  {
    name: 'places are drawn',
    prepare: async (backend) => void (await (await backend.as('rep'))('returnLease', { params: { leaseId: SEED_LEASE } })).ok(),
    page: routes.repDesk, bound: true, cut: /^POST .*\/leases$/,
    act: (phone) => phone.press(desk.draw(50)),
    says: askingWords.title, again: async () => undefined, done: desk.drawn(50), sameKey: true,
    once: async (backend) => {
      const { live, campaign } = await places(backend)
      assert.deepEqual([live.map(({ size }) => size), campaign?.leased], [[50], 50])
    },
  },
  {
    name: 'places are given back', page: routes.repDesk, bound: true, cut: /^DELETE .*\/rep\/leases\//,
    act: async (phone) => (await phone.press(desk.give), phone.press('确定')),
    says: UNSURE, again: async (phone, at) => (at === 'before' ? (await phone.press(desk.give), phone.press('确定')) : undefined), done: desk.noLease,
    once: async (backend) => {
      const { live, campaign } = await places(backend)
      assert.deepEqual([live.length, campaign?.leased], [0, 0])
    },
  },
  { name: 'a card is scanned', page: routes.repScan, bound: true, cut: /^POST .*\/scans$/, act: paste, says: scan.lost, again: async () => undefined, done: '陈**', sameKey: true, once: onePlace },
  {
    name: 'what waited is sent', page: routes.repScan, bound: true, cut: /^POST .*\/scans$/,
    act: async (phone, backend) => {
      await phone.flip(scan.offline)
      await paste(phone, backend)
      await phone.sees(scan.pending)
      await phone.open(atEventOf(routes.repQueue))
    },
    says: queue.summary(1, 0),
    // The phone also tries by itself: then there is nothing left to press.
    again: (phone) => phone.press(queue.retryAll).catch(() => undefined),
    done: queue.empty, sameKey: true, once: onePlace,
  },
  {
    name: 'a worker is entered', page: routes.repEntry, bound: true, cut: /^POST .*\/entries$/,
    act: async (phone, backend) => {
      const { memberNo, name } = await whoIs(backend, 'courier')
      await phone.type(entryTexts.memberNo, memberNo)
      await phone.type(entryTexts.name, name)
      await phone.press(entryTexts.check)
    },
    says: scan.lost, again: async () => undefined, done: '陈**', sameKey: true, once: onePlace,
  },
  { name: 'the list opens', page: routes.repList, bound: true, cut: /^GET .*\/scans/, says: NETWORK, again: retry, done: listTexts.none },
  { name: 'the poster opens', page: routes.repPoster, bound: true, cut: /^GET .*\/poster-codes/, says: NETWORK, again: retry, done: '秒后更换' },
  { name: 'the poster is fetched', page: routes.repPoster, bound: true, cut: /^GET .*\/poster\/pdf/, act: (phone) => phone.press(posterTexts.pdf), says: posterTexts.failed, again: (phone) => phone.press(posterTexts.pdf), done: posterTexts.static },
]

export async function playRepCut(step: RepStep, at: CutAt, phone: Phone, backend: CutBackend): Promise<void> {
  // What opens for the first time has nothing older to show.
  if (step.bound || step.act) await phone.open(atEventOf(routes.repDesk))
  if (step.bound) {
    await phone.press(desk.bind)
    await phone.sees(step.name === 'places are drawn' ? desk.noLease : desk.leaseLeft)
  } else if (step.act) await phone.sees(desk.bindTitle)
  const isThere = step.page === routes.repDesk && step.act !== undefined
  await cutAndMend(step, at, phone, backend, async () => {
    if (!isThere) await phone.open(atEventOf(step.page))
  })
}
