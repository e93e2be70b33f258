import type { GrantAuthorisation } from '@/contract/schemas/authorisation'
import { CLAIMANT, claimAt } from '@tests/builders/golden-claims'
import type { World } from '@tests/builders/world'
import type { ValidCalls } from './valid-calls'

/** A family member without an account, with a passport. */
export const aGrant: GrantAuthorisation = { agentName: '示例亲属', agentPhone: '10000009001', relation: 'FAMILY', idType: 'PASSPORT', idNumber: 'E12345678', until: '2027-05-31', c6Version: '1.0' }

export const granted = async (world: World): Promise<string> => (await (await world.as(CLAIMANT))('createAuthorisation', { body: aGrant })).ok().authorisationId

/** The claim of the seed that an officer of the union filed for a member. */
export async function filedByAgent(world: World): Promise<{ params: { claimId: string }; version: number }> {
  const agent = await world.as('union-officer')
  const [claim] = (await agent('listClaims', { query: { authorisationId: 'auth-over60' } })).ok().items
  const { claimId, version } = (await agent('getClaim', { params: { claimId: claim?.claimId ?? '' } })).ok()
  return { params: { claimId }, version }
}

/** Paid, and asked to come back. */
export async function recovering(world: World): Promise<{ params: { claimId: string }; version: number }> {
  const { claimId } = await claimAt(world, 'PAID')
  ;(await (await world.tester())('decideClaim', { params: { claimId }, body: { decision: 'RECOVER', reasonCode: 'OVERPAID', amountFen: 100_000 } })).ok()
  const { version } = (await (await world.as(CLAIMANT))('getClaim', { params: { claimId } })).ok()
  return { params: { claimId }, version }
}

type PeopleCalls = 'answerRecovery' | 'giveFeedback' | 'changePerson' | 'listAuthorisations' | 'createAuthorisation' | 'endAuthorisation' | 'listPrincipals'
export const peopleCalls: Pick<ValidCalls, PeopleCalls> = {
  listAuthorisations: { by: CLAIMANT, input: async () => ({}) },
  createAuthorisation: { by: CLAIMANT, input: async () => ({ body: aGrant }) },
  endAuthorisation: { by: CLAIMANT, input: async (world) => ({ params: { authorisationId: await granted(world) } }) },
  answerRecovery: { by: CLAIMANT, input: async (world) => ({ ...(await recovering(world)), body: { choice: 'OFFSET', objectionZh: '金额没有多发。' } }) },
  giveFeedback: { by: CLAIMANT, input: async (world) => ({ params: { claimId: (await claimAt(world, 'PAID')).claimId }, body: { score: 5, wordsZh: '很快。' } }) },
  changePerson: { by: 'tester', input: async () => ({ params: { personId: 'driver' }, body: { name: '梁改名', phone: '10000009004' } }) },
  listPrincipals: { by: CLAIMANT, input: async () => ({}) },
}
