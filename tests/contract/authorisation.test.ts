import type { EndpointName } from '@/contract/endpoints'
import type { ErrorCode } from '@/contract/errors'
import { createWorld, recordsOf, type World } from '@tests/builders/world'
import type { Api } from '@tests/builders/api'
import { names, prepare, row } from './table'

/** Who tries; the owner of the records is the courier. */
const roles = ['anonymous', 'owner', 'another member', 'rep', 'applicant', 'beneficiary', 'agent', 'tester'] as const
type Role = (typeof roles)[number]

const personas: Partial<Record<Role, string>> = { owner: 'courier', 'another member': 'industrial', rep: 'rep', applicant: 'minor', beneficiary: 'beneficiary', agent: 'union-officer' }

async function callerFor(world: World, role: Role): Promise<Api> {
  const persona = personas[role]
  if (persona !== undefined) return world.as(persona)
  return role === 'tester' ? world.tester() : world.anonymous
}

/** Parameters that name a record of one person; plans, campaigns, consents and poster codes are nobody's. A file that is announced by its hash is one's own from then on. */
const personal = [':claimId', ':documentId', ':enrolmentId', ':payoutId', ':messageId', ':orderId', ':authorisationId', ':requestId', ':sha256/parts']

/** What the table says of a role at an endpoint: let in (null), or refused with a code. */
function expected(name: EndpointName, role: Role): ErrorCode | null {
  const { auth, path } = row(name)
  switch (auth) {
    case 'public':
      return null
    case 'tester':
      return role === 'anonymous' ? 'UNAUTHENTICATED' : role === 'tester' ? null : 'FORBIDDEN'
    case 'rep':
      return role === 'anonymous' ? 'UNAUTHENTICATED' : role === 'rep' ? null : 'FORBIDDEN'
    case 'office':
      // The agent is an officer of a union too: of another than the courier's.
      if (role === 'agent') return path.includes(':taskId') ? 'NOT_FOUND' : null
      return role === 'anonymous' ? 'UNAUTHENTICATED' : role === 'tester' ? null : 'FORBIDDEN'
    case 'signedIn':
    case 'claimant':
    case 'member':
      if (role === 'anonymous') return 'UNAUTHENTICATED'
      if (role === 'tester') return auth === 'signedIn' ? 'UNAUTHENTICATED' : 'NOT_MEMBER'
      if (role === 'applicant' && auth !== 'signedIn') return 'NOT_MEMBER'
      // Neither is a union member; both may have to do with a claim, though not with this one.
      if ((role === 'beneficiary' || role === 'agent') && auth === 'member') return 'NOT_MEMBER'
      return role !== 'owner' && personal.some((param) => path.includes(param)) ? 'NOT_FOUND' : null
  }
}

const doors: readonly string[] = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_MEMBER', 'NOT_FOUND']

async function prepared(name: EndpointName) {
  const world = await createWorld()
  return { world, ...(await prepare(world, name)) }
}

describe.each(names)('%s', (name) => {
  let untouched: ReturnType<typeof prepared> | undefined
  it.each(roles.map((role) => [role, expected(name, role)] as const))('for %s: %s', async (role, code) => {
    // Whoever is refused changes nothing, so they share a world; signing in is a change of their own.
    const { world, input } = await (code === null ? prepared(name) : (untouched ??= prepared(name)))
    const caller = await callerFor(world, role)
    const before = await recordsOf(world)
    const reply = await caller(name, input)
    if (code !== null) expect(await recordsOf(world)).toEqual(before)
    // Let in does not mean that the call succeeds for everybody (a gift has conditions), only that no door is shut.
    if (code === null) expect(reply.status < 400 || !doors.includes(reply.problem().code)).toBe(true)
    else expect(reply.problem().code).toBe(code)
  })
})
