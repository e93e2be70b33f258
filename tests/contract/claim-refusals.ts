import { DRAFTS_MAX } from '@mock/handlers/claim-drafts'
import { answerItem, askedForMore, expired } from '@tests/builders/after-submission'
import { claimAt, CLAIMANT, goldenAmounts, goldenInvoice, goldenStay, grant } from '@tests/builders/golden-claims'
import { filedByAgent } from './people-calls'
import { registered } from './valid-calls'
import { asCourier, change, disputed, fixture, INVOICE_KEY, register, submit, type Refusals, upload, versioned } from './refusals-kit'

type ClaimCalls =
  | 'getClaimOptions' | 'listClaims' | 'createClaim' | 'getClaim' | 'updateClaim' | 'discardClaim' | 'registerDocument' | 'uploadDocument'
  | 'getDocumentContent' | 'removeDocument' | 'submitClaim' | 'drawClaimReceipt' | 'listLetters' | 'getLetter' | 'getClaimReceipt' | 'withdrawClaim'
  | 'resubmitClaim' | 'confirmAutoClaim' | 'disputeAutoClaim' | 'declineAutoClaim' | 'appealClaim' | 'reopenClaim'

/** How the errors of claims and their papers are brought about. */
export const claimRefusals: Pick<Refusals, ClaimCalls> = {
  getClaimOptions: { NOT_FOUND: asCourier('getClaimOptions', { query: { authorisationId: 'auth-over60' } }) },
  listClaims: { NOT_FOUND: asCourier('listClaims', { query: { authorisationId: 'auth-over60' } }) },
  createClaim: {
    NOT_FOUND: asCourier('createClaim', { body: { cause: 'ILLNESS', authorisationId: 'auth-over60' } }),
    CONSENT_REQUIRED: asCourier('createClaim', { body: { cause: 'ACCIDENT' } }),
    CLAIM_NOT_COVERED: asCourier('createClaim', { body: { cause: 'ILLNESS' } }),
    DRAFT_LIMIT: async (world) => {
      await claimAt(world, 'DRAFT')
      const courier = await world.as(CLAIMANT)
      for (let drafts = 1; drafts < DRAFTS_MAX; drafts += 1) (await courier('createClaim', { body: { cause: 'ILLNESS' }, key: `draft-${drafts}` })).ok()
      return courier('createClaim', { body: { cause: 'ILLNESS' } })
    },
  },
  getClaim: {},
  updateClaim: {
    CLAIM_STATE_CONFLICT: async (world) => change(world, await claimAt(world, 'REVIEWING'), { stay: goldenStay }),
    AMOUNTS_MISMATCH: async (world) => change(world, await claimAt(world, 'DRAFT'), { amounts: { ...goldenAmounts, pooledFen: 2_600_000 } }),
    CLAIM_NOT_COVERED: async (world) => change(world, await claimAt(world, 'DRAFT'), { stay: { ...goldenStay, admittedOn: '2026-11-23' } }),
    CLAIM_WINDOW_OVER: async (world) => change(world, await claimAt(world, 'DRAFT', { at: '2029-01-15T10:00:00+08:00' }), { stay: goldenStay }),
    DUPLICATE_INVOICE: async (world) => {
      await claimAt(world, 'FILLED')
      const second = (await (await world.as(CLAIMANT))('createClaim', { body: { cause: 'ILLNESS' } })).ok()
      return change(world, second, { invoice: goldenInvoice })
    },
  },
  discardClaim: {
    CLAIM_STATE_CONFLICT: async (world) => {
      const { claimId, version } = await claimAt(world, 'REVIEWING')
      return (await world.as(CLAIMANT))('discardClaim', { params: { claimId }, version })
    },
  },
  registerDocument: {
    CLAIM_STATE_CONFLICT: async (world) => register(world, await claimAt(world, 'REVIEWING'), 'late'),
    CONSENT_REQUIRED: async (world) => register(world, await disputed(world), 'evidence'),
    FILE_LIMIT: async (world) => {
      const claim = await claimAt(world, 'DRAFT')
      for (let count = 0; count < 20; count += 1) (await register(world, claim, `photo-${count}`)).ok()
      return register(world, claim, 'one too many')
    },
  },
  uploadDocument: {
    CLAIM_STATE_CONFLICT: async (world) => {
      const { claimId, documents } = await claimAt(world, 'REVIEWING')
      return upload(world, { claimId, documentId: documents[0]?.documentId ?? '' }, fixture('upright.jpg'))
    },
    CONSENT_REQUIRED: async (world) => {
      const claim = await disputed(world)
      await grant(world, CLAIMANT, 'C3')
      const { documentId } = (await register(world, claim, 'evidence')).ok()
      // Withdrawing it by the member's own hand would withdraw the whole claim.
      await world.store.transact(async (tx) => tx.delete('consent', `${CLAIMANT}-C3`))
      return upload(world, { claimId: claim.claimId, documentId }, fixture('upright.jpg'))
    },
    FILE_TOO_LARGE: async (world) => upload(world, await registered(world), new Uint8Array(5_242_881)),
    FILE_TYPE_UNSUPPORTED: async (world) => upload(world, await registered(world), fixture('program.jpg')),
    FILE_HEIC_UNSUPPORTED: async (world) => upload(world, await registered(world), fixture('phone.heic')),
    FILE_DAMAGED: async (world) => upload(world, await registered(world), fixture('upright.jpg').slice(0, 900)),
    FILE_DUPLICATE: async (world) => {
      const { claimId } = await claimAt(world, 'DRAFT')
      const [first, second] = [(await register(world, { claimId }, 'once')).ok(), (await register(world, { claimId }, 'once more')).ok()]
      ;(await upload(world, { claimId, documentId: first.documentId }, fixture('upright.jpg'))).ok()
      return upload(world, { claimId, documentId: second.documentId }, fixture('upright.jpg'))
    },
  },
  getDocumentContent: {},
  removeDocument: {
    CLAIM_STATE_CONFLICT: async (world) => {
      const { claimId, documents } = await claimAt(world, 'REVIEWING')
      return (await world.as(CLAIMANT))('removeDocument', { params: { claimId, documentId: documents[0]?.documentId ?? '' } })
    },
  },
  submitClaim: {
    CLAIM_STATE_CONFLICT: async (world) => submit(world, await claimAt(world, 'REVIEWING')),
    CLAIM_INCOMPLETE: async (world) => submit(world, await claimAt(world, 'DRAFT')),
    FILES_INCOMPLETE: async (world) => submit(world, await claimAt(world, 'FILLED')),
    DUPLICATE_INVOICE: async (world) => {
      const claim = await claimAt(world, 'COMPLETE')
      const other = (await (await world.as(CLAIMANT))('createClaim', { body: { cause: 'ILLNESS' } })).ok()
      // Not possible through the API, where the draft holds its invoice: an import of another office may do it.
      await world.store.transact(async (tx) => {
        await tx.releaseKey(INVOICE_KEY)
        await tx.claimKey(INVOICE_KEY, other.claimId)
      })
      return submit(world, claim)
    },
    CONSENT_REQUIRED: async (world) => {
      const claim = await claimAt(world, 'COMPLETE')
      await grant(world, CLAIMANT, 'C3', false)
      return submit(world, claim)
    },
    CLAIM_WINDOW_OVER: async (world) => {
      const claim = await claimAt(world, 'COMPLETE', { at: '2028-12-01T10:00:00+08:00' })
      await world.move('2029-01-05T10:00:00+08:00')
      return submit(world, claim)
    },
    CLAIM_NOT_COVERED: async (world) => {
      const claim = await claimAt(world, 'COMPLETE')
      await world.store.transact(async (tx) => {
        for (const cover of await tx.list('coverage', CLAIMANT)) await tx.delete('coverage', cover.id)
      })
      return submit(world, claim)
    },
  },
  drawClaimReceipt: {},
  listLetters: {},
  getLetter: {},
  getClaimReceipt: {},
  withdrawClaim: {
    FORBIDDEN: async (world) => (await world.as('union-officer'))('withdrawClaim', { ...(await filedByAgent(world)), body: {} }),
    CLAIM_STATE_CONFLICT: async (world) => {
      const { claimId, version } = await claimAt(world, 'FILLED')
      return (await world.as(CLAIMANT))('withdrawClaim', { params: { claimId }, version, body: {} })
    },
  },
  resubmitClaim: {
    CLAIM_STATE_CONFLICT: async (world) => (await world.as(CLAIMANT))('resubmitClaim', { ...versioned(await claimAt(world, 'REVIEWING')), body: { reasons: [] } }),
    FILES_INCOMPLETE: async (world) => {
      const claim = await askedForMore(world)
      const courier = await world.as(CLAIMANT)
      await answerItem(courier, claim)
      return courier('resubmitClaim', { ...versioned(claim), body: { reasons: [] } })
    },
  },
  confirmAutoClaim: { CLAIM_STATE_CONFLICT: async (world) => (await world.as(CLAIMANT))('confirmAutoClaim', { ...versioned(await claimAt(world, 'REVIEWING')), body: {} }) },
  disputeAutoClaim: { CLAIM_STATE_CONFLICT: async (world) => (await world.as(CLAIMANT))('disputeAutoClaim', { ...versioned(await claimAt(world, 'REVIEWING')), body: { choice: 'HUMAN' } }) },
  declineAutoClaim: { CLAIM_STATE_CONFLICT: async (world) => (await world.as(CLAIMANT))('declineAutoClaim', { ...versioned(await claimAt(world, 'REVIEWING')), body: {} }) },
  appealClaim: {
    FORBIDDEN: async (world) => (await world.as('union-officer'))('appealClaim', { ...(await filedByAgent(world)), body: { reasonZh: '日期认定有误。' } }),
    CLAIM_STATE_CONFLICT: async (world) => {
      const claim = await claimAt(world, 'REJECTED')
      const courier = await world.as(CLAIMANT)
      await world.move(61)
      const closed = (await courier('getClaim', { params: claim })).ok()
      return courier('appealClaim', { ...versioned(closed), body: { reasonZh: '日期认定有误。' } })
    },
  },
  reopenClaim: {
    DRAFT_LIMIT: async (world) => {
      const claim = await expired(world)
      const courier = await world.as(CLAIMANT)
      for (let drafts = 0; drafts < DRAFTS_MAX; drafts += 1) (await courier('createClaim', { body: { cause: 'ILLNESS' }, key: `draft-${drafts}` })).ok()
      return courier('reopenClaim', { ...versioned(claim), body: {} })
    },
    FORBIDDEN: async (world) => (await world.as('union-officer'))('reopenClaim', { ...(await filedByAgent(world)), body: {} }),
    CLAIM_STATE_CONFLICT: async (world) => (await world.as(CLAIMANT))('reopenClaim', { ...versioned(await claimAt(world, 'FILLED')), body: {} }),
    CLAIM_WINDOW_OVER: async (world) => {
      const claim = await expired(world)
      await world.move('2029-01-05T10:00:00+08:00')
      return (await world.as(CLAIMANT))('reopenClaim', { ...versioned(claim), body: {} })
    },
    DUPLICATE_INVOICE: async (world) => {
      const claim = await expired(world)
      const courier = await world.as(CLAIMANT)
      const other = (await courier('createClaim', { body: { cause: 'ILLNESS' } })).ok()
      ;(await change(world, other, { stay: goldenStay, invoice: goldenInvoice })).ok()
      return courier('reopenClaim', { ...versioned(claim), body: {} })
    },
  },
}
