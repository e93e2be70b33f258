import { bindRep, CAMPAIGN, EVENT, INSTALLATION, SEED_LEASE, setQuota, withoutLease } from '@tests/builders/events'
import { CLAIMANT, grant } from '@tests/builders/golden-claims'
import { createWorld, type World } from '@tests/builders/world'
import { ordered, PUBLIC_KEY } from './event-calls'
import type { Refusals } from './refusals-kit'

const OF_CAMPAIGN = { params: { campaignId: CAMPAIGN } }
const OF_EVENT = { params: { eventId: EVENT } }
const reserve = { ...OF_CAMPAIGN, body: {} }
const lease = (size: number) => ({ ...OF_EVENT, body: { size, deviceId: INSTALLATION } })
const poster = (code: string) => ({ params: { code } })
const STATIC = 'Ev1aB3dE5fG7hJ9kL1mN2p'
const UNKNOWN = 'AAAAAAAAAAAAAAAAAAAAAA'
const AFTER_EVENT = '2026-11-23T19:00:00+08:00'

type WithErrors =
  | 'registerDevice' | 'applyForMembership' | 'listMembershipApplications' | 'resolveGiftCode' | 'openGiftVisit' | 'reserveGift' | 'joinWaitlist' | 'leaveWaitlist' | 'createOrder' | 'getOrder' | 'payOrder'
  | 'listRepEvents' | 'getRepEvent' | 'bindRepDevice' | 'getEventKit' | 'drawLease' | 'returnLease' | 'submitScan' | 'submitEntry' | 'listScans' | 'getPosterCodes' | 'getPoster'
  | 'listAudit' | 'listLeases' | 'revokeLease' | 'unbindRepDevice' | 'listRepStops' | 'liftRepStop' | 'fillEvent'

/** How the errors of gifts, orders and events are brought about. */
export const eventRefusals: Pick<Refusals, WithErrors> = {
  registerDevice: {
    CONSENT_REQUIRED: async (world) => {
      await grant(world, CLAIMANT, 'C1', false)
      return (await world.as(CLAIMANT))('registerDevice', { params: { deviceId: 'phone-1' }, body: { publicKey: PUBLIC_KEY } })
    },
  },
  applyForMembership: {
    MEMBER_UNDER_AGE: async (world) => (await world.as('minor'))('applyForMembership', { body: { platform: '美团', c1Version: '1.0' } }),
    ALREADY_MEMBER: async (world) => (await world.as(CLAIMANT))('applyForMembership', { body: { platform: '美团' } }),
    CONSENT_REQUIRED: async (world) => (await world.as('newcomer'))('applyForMembership', { body: { platform: '美团' } }),
    CONSENT_VERSION_STALE: async (world) => (await world.as('newcomer'))('applyForMembership', { body: { platform: '美团', c1Version: '0.9' } }),
  },
  listMembershipApplications: {},
  resolveGiftCode: {
    CODE_INVALID: async (world) => (await world.as(CLAIMANT))('resolveGiftCode', poster(UNKNOWN)),
    CODE_USED: async (world) => (await world.as(CLAIMANT))('resolveGiftCode', poster(await visitOfAnother(world))),
    CODE_EXPIRED: async (world) => {
      await world.move(AFTER_EVENT)
      return (await world.as(CLAIMANT))('resolveGiftCode', poster(STATIC))
    },
    CAMPAIGN_NOT_STARTED: async (world) => {
      await beforeEvent(world)
      return (await world.as(CLAIMANT))('resolveGiftCode', poster(STATIC))
    },
  },
  openGiftVisit: {
    CODE_INVALID: async (world) => world.anonymous('openGiftVisit', { body: { code: UNKNOWN } }),
    CODE_EXPIRED: async (world) => {
      await world.move(AFTER_EVENT)
      return world.anonymous('openGiftVisit', { body: { code: STATIC } })
    },
    CAMPAIGN_NOT_STARTED: async (world) => {
      await beforeEvent(world)
      return world.anonymous('openGiftVisit', { body: { code: STATIC } })
    },
  },
  reserveGift: {
    GIFT_NOT_ELIGIBLE: async (world) => (await world.as('driver'))('reserveGift', reserve),
    QUOTA_EXHAUSTED: async (world) => {
      await setQuota(world, 50)
      return (await world.as(CLAIMANT))('reserveGift', reserve)
    },
    ALREADY_COVERED: async (world) => {
      await world.move('2026-12-02T10:00:00+08:00')
      return (await world.as('industrial'))('reserveGift', { params: { campaignId: 'CP-2026-04' }, body: {} })
    },
    CODE_INVALID: async (world) => (await world.as(CLAIMANT))('reserveGift', { ...OF_CAMPAIGN, body: { code: UNKNOWN } }),
    CODE_USED: async (world) => (await world.as(CLAIMANT))('reserveGift', { ...OF_CAMPAIGN, body: { code: await visitOfAnother(world) } }),
    CODE_EXPIRED: async (world) => {
      await world.move(AFTER_EVENT)
      return (await world.as(CLAIMANT))('reserveGift', { ...OF_CAMPAIGN, body: { code: STATIC } })
    },
    CAMPAIGN_NOT_STARTED: async (world) => {
      await beforeEvent(world)
      return (await world.as(CLAIMANT))('reserveGift', { ...OF_CAMPAIGN, body: { code: STATIC } })
    },
  },
  joinWaitlist: {
    GIFT_NOT_ELIGIBLE: async (world) => (await world.as('driver'))('joinWaitlist', OF_CAMPAIGN),
    ALREADY_COVERED: async (world) => {
      await world.move('2026-12-02T10:00:00+08:00')
      return (await world.as('industrial'))('joinWaitlist', { params: { campaignId: 'CP-2026-04' } })
    },
    PLACE_AVAILABLE: async (world) => (await world.as(CLAIMANT))('joinWaitlist', OF_CAMPAIGN),
  },
  leaveWaitlist: {},
  createOrder: {
    PLAN_NOT_AVAILABLE: async (world) => (await world.as(CLAIMANT))('createOrder', { body: { planId: 'P6', payer: 'SELF' } }),
    CONSENT_REQUIRED: async (world) => {
      await grant(world, CLAIMANT, 'C1', false)
      return (await world.as(CLAIMANT))('createOrder', { body: { planId: 'P3', payer: 'SELF' } })
    },
  },
  getOrder: {},
  payOrder: {
    ORDER_STATE_CONFLICT: async (world) => {
      const orderId = await ordered(world)
      await world.move(2)
      return (await world.as(CLAIMANT))('payOrder', { params: { orderId }, body: { method: 'WECHAT' } })
    },
    PLAN_NOT_AVAILABLE: async (world) => {
      const orderId = await ordered(world)
      // The member retires between the order and the payment.
      await world.store.transact(async (tx) => {
        const account = await tx.get('account', CLAIMANT)
        if (account) await tx.put('account', { ...account, employment: 'RETIRED' })
      })
      return (await world.as(CLAIMANT))('payOrder', { params: { orderId }, body: { method: 'WECHAT' } })
    },
  },
  listRepEvents: {},
  getRepEvent: { REP_NOT_ASSIGNED: async (world) => (await world.as('rep-unassigned'))('getRepEvent', OF_EVENT) },
  bindRepDevice: {
    REP_DEVICE_MISMATCH: async (world) => {
      await bindRep(world)
      return (await world.as('rep'))('bindRepDevice', { params: { deviceId: 'another-phone' }, body: {} })
    },
  },
  getEventKit: {
    REP_NOT_ASSIGNED: async (world) => (await world.as('rep-unassigned'))('getEventKit', { ...OF_EVENT, query: { deviceId: INSTALLATION } }),
    REP_DEVICE_MISMATCH: async (world) => (await world.as('rep'))('getEventKit', { ...OF_EVENT, query: { deviceId: INSTALLATION } }),
  },
  drawLease: {
    REP_NOT_ASSIGNED: async (world) => (await world.as('rep-unassigned'))('drawLease', lease(5)),
    REP_DEVICE_MISMATCH: async (world) => (await world.as('rep'))('drawLease', lease(5)),
    LEASE_REVOKED: async (world) => {
      await bindRep(world)
      ;(await (await world.tester())('revokeLease', { params: { leaseId: SEED_LEASE }, body: {} })).ok()
      return (await world.as('rep'))('drawLease', lease(5))
    },
    CAMPAIGN_ENDED: async (world) => {
      await bindRep(world)
      await world.move(AFTER_EVENT)
      return (await world.as('rep'))('drawLease', lease(5))
    },
    QUOTA_EXHAUSTED: async (world) => {
      await bindRep(world)
      await withoutLease(world)
      return (await world.as('rep'))('drawLease', lease(51))
    },
  },
  returnLease: {
    LEASE_REVOKED: async (world) => {
      ;(await (await world.tester())('revokeLease', { params: { leaseId: SEED_LEASE }, body: {} })).ok()
      return (await world.as('rep'))('returnLease', { params: { leaseId: SEED_LEASE } })
    },
  },
  submitScan: {},
  submitEntry: {},
  listScans: { REP_NOT_ASSIGNED: async (world) => (await world.as('rep-unassigned'))('listScans', { ...OF_EVENT, query: {} }) },
  getPosterCodes: { REP_NOT_ASSIGNED: async (world) => (await world.as('rep-unassigned'))('getPosterCodes', OF_EVENT) },
  getPoster: { REP_NOT_ASSIGNED: async (world) => (await world.as('rep-unassigned'))('getPoster', { params: { eventId: EVENT, format: 'png' } }) },
  listAudit: { TEST_MODE_OFF: async () => (await closed())('listAudit', { query: {} }) },
  listLeases: { TEST_MODE_OFF: async () => (await closed())('listLeases') },
  revokeLease: { TEST_MODE_OFF: async () => (await closed())('revokeLease', { params: { leaseId: SEED_LEASE }, body: {} }) },
  listRepStops: { TEST_MODE_OFF: async () => (await closed())('listRepStops') },
  liftRepStop: { TEST_MODE_OFF: async () => (await closed())('liftRepStop', { params: { repId: 'rep' } }) },
  fillEvent: { TEST_MODE_OFF: async () => (await closed())('fillEvent', { params: { eventId: EVENT }, body: { count: 1 } }) },
  unbindRepDevice: { TEST_MODE_OFF: async () => (await closed())('unbindRepDevice', { params: { repId: 'rep' } }) },
}

const closed = async (): Promise<World['anonymous']> => (await createWorld({ env: { testMode: false } })).anonymous

/** The event is tomorrow. */
async function beforeEvent({ store }: World): Promise<void> {
  await store.transact(async (tx) => {
    const event = await tx.get('event', EVENT)
    if (event) await tx.put('event', { ...event, opensAt: '2026-11-24T09:00:00+08:00', closesAt: '2026-11-24T18:00:00+08:00' })
  })
}

/** A screen code that was handed in and has led somebody else to a place. */
async function visitOfAnother(world: World): Promise<string> {
  const [shown] = (await (await world.as('rep'))('getPosterCodes', OF_EVENT)).ok().codes
  const { code } = (await world.anonymous('openGiftVisit', { body: { code: shown?.code ?? '' } })).ok()
  await world.store.transact(async (tx) => {
    const visit = await tx.get('visit', code)
    if (visit) await tx.put('visit', { ...visit, usedBy: 'rep' })
  })
  return code
}
