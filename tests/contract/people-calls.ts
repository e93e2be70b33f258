import type { GrantAuthorisation } from '@/contract/schemas/authorisation'
import { CLAIMANT } from '@tests/builders/golden-claims'
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

type PeopleCalls = 'listAuthorisations' | 'createAuthorisation' | 'endAuthorisation' | 'listPrincipals'
export const peopleCalls: Pick<ValidCalls, PeopleCalls> = {
  listAuthorisations: { by: CLAIMANT, input: async () => ({}) },
  createAuthorisation: { by: CLAIMANT, input: async () => ({ body: aGrant }) },
  endAuthorisation: { by: CLAIMANT, input: async (world) => ({ params: { authorisationId: await granted(world) } }) },
  listPrincipals: { by: CLAIMANT, input: async () => ({}) },
}
