import type { Claim } from '@/contract/schemas/claim'
import { anything, type Draw, type Scene } from '@tests/builders/any-order'
import { claimAt, CLAIMANT, type BuiltState } from '@tests/builders/golden-claims'
import { createWorld, type World } from '@tests/builders/world'
import type { ClaimRecord, PayoutRecord } from '@mock/store/entities'
import { chance } from '../chance'

const STEPS = 45
const beginnings: readonly BuiltState[] = ['DRAFT', 'COMPLETE', 'REVIEWING', 'REVIEWING', 'REJECTED', 'ACCOUNT_REQUIRED', 'PAYING', 'PAID']
const acts = Object.keys(anything)

/** Sums of a claim's payouts, by what became of them. */
function moneyOf({ id }: ClaimRecord, payouts: readonly PayoutRecord[]): { paidFen: number; openFen: number } {
  const own = payouts.filter(({ claimId }) => claimId === id)
  const sum = (wanted: (state: string) => boolean): number => own.filter(({ progress }) => wanted(progress.state)).reduce((fen, { amountFen }) => fen + amountFen, 0)
  return { paidFen: sum((state) => state === 'SUCCESS'), openFen: sum((state) => state !== 'SUCCESS' && state !== 'CANCELLED') }
}

async function sceneOf(world: World, draw: Draw, no: number): Promise<Scene> {
  const member = await world.as(CLAIMANT)
  const { items } = (await member('listClaims', { query: {} })).ok()
  const chosen = draw(2) === 0 ? items[items.length - 1] : items[draw(Math.max(1, items.length))]
  const claim: Claim | null = chosen ? (await member('getClaim', { params: chosen })).ok() : null
  return { world, member, tester: await world.tester(), claim, draw, no }
}

test.each(Array.from({ length: 24 }, (_, seed) => seed))('everything in the wrong order (%i): an answer in words to each step, nothing breaks, no fen too much', async (seed) => {
  const numbers = chance(seed)
  const draw: Draw = (n) => numbers.whole(0, n - 1)
  const world = await createWorld()
  await claimAt(world, beginnings[seed % beginnings.length] ?? 'DRAFT', seed % 3 === 2 ? { cause: 'ACCIDENT' } : {})
  const way: string[] = []
  for (let no = 0; no < STEPS; no += 1) {
    const scene = await sceneOf(world, draw, no)
    const act = acts[draw(acts.length)] ?? 'clock'
    const answer = await anything[act]?.(scene)
    way.push(`${act} in ${scene.claim?.status.state ?? '-'}: ${answer?.status ?? ''}`)
    expect({ broken: (answer?.status ?? 200) >= 500, way: way.slice(-8) }).toEqual({ broken: false, way: way.slice(-8) })
  }

  const member = await world.as(CLAIMANT)
  expect((await member('getHome')).status).toBe(200)
  const { claims, payouts } = await world.store.transact(async (tx) => ({ claims: await tx.list('claim', CLAIMANT), payouts: await tx.list('payout', CLAIMANT) }))
  for (const claim of claims) {
    const { paidFen, openFen, amountFen } = claim.progress
    expect({ claim: claim.id, paidFen, openFen }).toEqual({ claim: claim.id, ...moneyOf(claim, payouts) })
    if (claim.progress.decisionVersion > 0) expect(paidFen + openFen).toBeLessThanOrEqual(amountFen ?? 0)
  }
})
