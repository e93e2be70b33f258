import { cardOf, bindRep, CAMPAIGN, codeOf, EVENT, INSTALLATION, POSTER, scanned, SEED_LEASE, setQuota, stopped, whoIs } from '@tests/builders/events'
import { CLAIMANT } from '@tests/builders/golden-claims'
import { toInstant } from '@/domain/dates'
import type { World } from '@tests/builders/world'
import type { CallInput } from '@tests/builders/api'
import type { ValidCalls } from './valid-calls'

const nothing = async (): Promise<Record<string, never>> => ({})
const ofEvent = async (): Promise<{ params: { eventId: string } }> => ({ params: { eventId: EVENT } })
const ofCampaign = { params: { campaignId: CAMPAIGN } }
/** 32 zero bytes. */
export const PUBLIC_KEY = 'A'.repeat(43)

type EventCalls =
  | 'registerDevice' | 'applyForMembership' | 'listMembershipApplications' | 'reserveGift' | 'joinWaitlist' | 'leaveWaitlist' | 'createOrder' | 'getOrder' | 'payOrder'
  | 'listRepEvents' | 'getRepEvent' | 'bindRepDevice' | 'getEventKit' | 'drawLease' | 'returnLease' | 'submitScan' | 'submitEntry' | 'listScans' | 'getPosterCodes' | 'getPoster'
  | 'listAudit' | 'listLeases' | 'revokeLease' | 'unbindRepDevice' | 'listRepStops' | 'liftRepStop' | 'fillEvent'

/** Calls of gifts, orders and events that succeed. */
export const eventCalls: Pick<ValidCalls, EventCalls> = {
  registerDevice: { by: CLAIMANT, input: async () => ({ params: { deviceId: 'phone-1' }, body: { publicKey: PUBLIC_KEY } }) },
  applyForMembership: { by: 'newcomer', input: async () => ({ body: { platform: '美团', c1Version: '1.0' } }) },
  listMembershipApplications: { by: CLAIMANT, input: nothing },
  reserveGift: { by: CLAIMANT, input: async () => ({ ...ofCampaign, body: { code: POSTER } }) },
  joinWaitlist: { by: CLAIMANT, input: soldOut },
  leaveWaitlist: { by: CLAIMANT, input: soldOut },
  createOrder: { by: CLAIMANT, input: async () => ({ body: { planId: 'P3', payer: 'SELF' } }) },
  getOrder: { by: CLAIMANT, input: async (world) => ({ params: { orderId: await ordered(world) } }) },
  payOrder: { by: CLAIMANT, input: async (world) => ({ params: { orderId: await ordered(world) }, body: { method: 'WECHAT' } }) },
  listRepEvents: { by: 'rep', input: nothing },
  getRepEvent: { by: 'rep', input: ofEvent },
  bindRepDevice: { by: 'rep', input: async () => ({ params: { deviceId: INSTALLATION }, body: {} }) },
  getEventKit: {
    by: 'rep',
    input: async (world) => {
      await bindRep(world)
      return { params: { eventId: EVENT }, query: { deviceId: INSTALLATION } }
    },
  },
  drawLease: {
    by: 'rep',
    input: async (world) => {
      await bindRep(world)
      ;(await (await world.as('rep'))('returnLease', { params: { leaseId: SEED_LEASE } })).ok()
      return { params: { eventId: EVENT }, body: { size: 20, deviceId: INSTALLATION } }
    },
  },
  returnLease: { by: 'rep', input: async () => ({ params: { leaseId: SEED_LEASE } }) },
  submitScan: { by: 'rep', input: aScan },
  submitEntry: { by: 'rep', input: anEntry },
  listScans: { by: 'rep', input: async () => ({ params: { eventId: EVENT }, query: { light: 'green' } }) },
  getPosterCodes: { by: 'rep', input: ofEvent },
  getPoster: { by: 'rep', input: async () => ({ params: { eventId: EVENT, format: 'pdf' } }) },
  listAudit: {
    by: 'tester',
    input: async (world) => {
      await bindRep(world)
      await scanned(world, 'no card')
      return { query: {} }
    },
  },
  listLeases: { by: 'tester', input: nothing },
  revokeLease: { by: 'tester', input: async () => ({ params: { leaseId: SEED_LEASE }, body: {} }) },
  listRepStops: { by: 'tester', input: nothing },
  liftRepStop: {
    by: 'tester',
    input: async (world) => {
      await stopped(world)
      return { params: { repId: 'rep' } }
    },
  },
  fillEvent: { by: 'tester', input: async () => ({ params: { eventId: EVENT }, body: { count: 3 } }) },
  unbindRepDevice: { by: 'tester', input: async () => ({ params: { repId: 'rep' } }) },
}

async function aScan(world: World): Promise<CallInput<'submitScan'>> {
  await bindRep(world)
  const code = codeOf(await cardOf(world, CLAIMANT), world.wall.ms)
  return { params: { eventId: EVENT }, body: { code, scannedAt: toInstant(world.wall.ms), deviceId: INSTALLATION, offline: false } }
}

async function anEntry(world: World): Promise<CallInput<'submitEntry'>> {
  await bindRep(world)
  return { params: { eventId: EVENT }, body: { ...(await whoIs(world, CLAIMANT)), scannedAt: toInstant(world.wall.ms), deviceId: INSTALLATION, offline: false } }
}

export async function soldOut(world: World): Promise<typeof ofCampaign> {
  await setQuota(world, 50)
  return ofCampaign
}

export async function ordered(world: World): Promise<string> {
  return (await (await world.as(CLAIMANT))('createOrder', { body: { planId: 'P3', payer: 'SELF' } })).ok().orderId
}
