import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Claim } from '@/contract/schemas/claim'
import { createDesk, type ReadPicture } from '@mock/handlers/flow/papers/recognition-desk'
import { cleanPdf } from '@mock/node/clean-pdf'
import type { PageText } from '@mock/partners/recognition'
import { api, type Api } from '@tests/builders/api'
import { addPhoto } from '@tests/builders/driver-claims'
import { addPaper, anAccident, claimAt, CLAIMANT } from '@tests/builders/golden-claims'
import { drafted } from '@tests/builders/kinds'
import { goldenBill, pageOf } from '@tests/builders/paper-text'
import { photo } from '@tests/builders/photo'
import { createWorld, type World } from '@tests/builders/world'
import { aGrant } from '../../contract/people-calls'

let world: World
let courier: Api
let draft: Claim
let desk: ReturnType<typeof createDesk>
let name: string
/** What the fake reader finds; a test replaces it. */
let read: ReadPicture

const bill = (patient: string): PageText => pageOf(goldenBill.map((line) => ({ ...line, text: line.text.replace('陈某某', patient) })))

beforeEach(async () => {
  world = await createWorld({ env: { cleanPdf }, recognition: (parts) => (desk = createDesk({ ...parts, read: (bytes) => read(bytes) })) })
  courier = await world.as(CLAIMANT)
  name = await world.store.transact(async (tx) => (await tx.get('account', CLAIMANT))?.name ?? '')
  read = async () => bill(name)
  draft = await claimAt(world, 'DRAFT')
})

const reread = async (): Promise<Claim> => {
  await desk.idle()
  return (await courier('getClaim', { params: draft })).ok()
}

it('offers what a bill says to the draft, and keeps it with the file', async () => {
  await addPaper(world, draft, 'MEDICAL_INVOICE')
  const claim = await reread()
  expect(claim.prefill).toEqual({
    reading: false,
    hospitalZh: { value: '示例区第一人民医院', sure: true },
    admittedOn: { value: '2026-12-24', sure: true },
    dischargedOn: { value: '2026-12-30', sure: true },
    totalFen: { value: 3_700_000, sure: true },
    pooledFen: { value: 2_700_000, sure: true },
    inScopeSelfPayFen: { value: 1_000_000, sure: true },
    outOfScopeFen: { value: 0, sure: true },
    invoiceCode: { value: '44990026', sure: true },
    invoiceNumber: { value: '0000000001', sure: true },
    notesZh: [],
  })
  expect(claim.documents[0]?.reading).toMatchObject({ state: 'DONE', fields: expect.arrayContaining([{ titleZh: '总费用', valueZh: '37,000.00 元', sure: true }]) })
  expect(claim).toMatchObject({ amounts: null, stay: null, invoice: null })
})

it('a day outside the covers is said as soon as the first paper tells it', async () => {
  await world.store.transact(async (tx) => {
    for (const cover of await tx.list('coverage', CLAIMANT)) if (cover.planId === 'P1') await tx.put('coverage', { ...cover, effectiveOn: '2026-12-26', benefitsFrom: '2026-12-26' })
  })
  await addPaper(world, draft, 'MEDICAL_INVOICE')
  expect((await reread()).prefill?.notesZh).toEqual([expect.stringMatching(/^材料上的入院日期读作2026年12月24日。2026年12月24日不在您的保障期内/)])
})

it('reads a bill that came as PDF like a photo', async () => {
  const pdf = new Uint8Array(readFileSync(path.resolve(__dirname, '../../builders/fixtures/bill.pdf')))
  const { documentId } = (await courier('registerDocument', { params: draft, body: { documentType: 'MEDICAL_INVOICE', clientRef: 'pdf', name: '电子票据.pdf' } })).ok()
  let sent: Uint8Array | undefined
  read = async (bytes) => {
    sent = bytes
    return bill(name)
  }
  ;(await courier('uploadDocument', { params: { claimId: draft.claimId, documentId }, file: { bytes: pdf, name: '电子票据.pdf' } })).ok()
  expect((await reread()).prefill?.totalFen).toEqual({ value: 3_700_000, sure: true })
  expect(Buffer.from(sent ?? []).subarray(0, 5).toString('latin1')).toBe('%PDF-')
})

it('keeps both: what was read, and what the member wrote in the end', async () => {
  await addPaper(world, draft, 'MEDICAL_INVOICE')
  await desk.idle()
  const amounts = { totalFen: 3_700_000, pooledFen: 2_600_000, inScopeSelfPayFen: 1_100_000, outOfScopeFen: 0, otherPaidFen: 0 }
  const claim = (await courier('updateClaim', { params: draft, version: draft.version, body: { amounts } })).ok()
  expect(claim.amounts).toEqual(amounts)
  expect(claim.documents[0]?.reading?.fields).toContainEqual({ titleZh: '医保已付', valueZh: '27,000.00 元', sure: true })
})

it('is sure of nothing on the paper of somebody else, and says whose name it read', async () => {
  read = async () => bill('李某某')
  await addPaper(world, draft, 'MEDICAL_INVOICE')
  const { prefill } = await reread()
  expect(prefill?.notesZh).toEqual([expect.stringContaining('李某某')])
  expect(prefill?.totalFen).toEqual({ value: 3_700_000, sure: false })
})

it.each([
  ['𠮷野明', '吉野明', 0],
  ['𠮷野明', '野明', 0],
  ['𠮷野明', '吉田明', 1],
  ['梁行远', '行远', 1],
])('a member %s and a paper of %s: %i notes, because rare characters are not read', async (member, found, notes) => {
  await world.store.transact(async (tx) => {
    const account = await tx.get('account', CLAIMANT)
    if (account) await tx.put('account', { ...account, name: member })
  })
  read = async () => bill(found)
  await addPaper(world, draft, 'MEDICAL_INVOICE')
  expect((await reread()).prefill?.notesZh).toHaveLength(notes)
})

it('is sure of no amount once there are two bills', async () => {
  let count = 0
  read = async () => pageOf(goldenBill.map((line) => ({ ...line, text: line.text.replace('陈某某', name).replace('0000000001', `000000000${(count += 1)}`) })))
  await addPaper(world, draft, 'MEDICAL_INVOICE', 'first')
  await addPaper(world, draft, 'MEDICAL_INVOICE', 'second')
  const { prefill } = await reread()
  expect(prefill).toMatchObject({ totalFen: { sure: false }, invoiceNumber: { sure: false }, admittedOn: { sure: true }, notesZh: [expect.stringContaining('2张')] })
})

it('asks the member where two papers differ', async () => {
  const pages = [bill(name), pageOf(goldenBill.map((line) => ({ ...line, text: line.text.replace('陈某某', name).replace('2026-12-24', '2026-12-23').replace('6天', '7天') })))]
  read = async () => pages.shift() ?? null
  await addPaper(world, draft, 'MEDICAL_INVOICE')
  await addPaper(world, draft, 'DISCHARGE_SUMMARY')
  expect((await reread()).prefill?.admittedOn).toEqual({ value: '2026-12-23', sure: false })
})

it('says nothing of a photo without text, of one that breaks the reader, or of a paper that is not read', async () => {
  const answers: ReadPicture[] = [async () => null, async () => Promise.reject(new Error('the process that reads has ended')), async () => pageOf([])]
  read = (bytes) => (answers.shift() ?? (async () => bill(name)))(bytes)
  for (const mark of ['black', 'broken', 'empty', 'good']) await addPaper(world, draft, 'MEDICAL_INVOICE', mark)
  await addPaper(world, draft, 'ID_CARD')
  const { documents } = await reread()
  expect(documents.map(({ reading }) => reading?.state ?? null)).toEqual(['NONE', 'NONE', 'NONE', 'DONE', null])
  expect(world.log.filter((line) => line.includes('recognition'))).toHaveLength(1)
})

it('answers requests while a page is being read, and forgets a reading whose file has gone', async () => {
  let finish = (): void => undefined
  const held = new Promise<void>((resolve) => (finish = resolve))
  read = async () => {
    await held
    return bill(name)
  }
  const documentId = await addPaper(world, draft, 'MEDICAL_INVOICE')
  expect((await courier('getClaim', { params: draft })).ok()).toMatchObject({ prefill: { reading: true, totalFen: null }, documents: [{ reading: { state: 'PENDING', fields: [] } }] })
  ;(await courier('removeDocument', { params: { claimId: draft.claimId, documentId } })).ok()
  finish()
  expect((await reread()).prefill).toMatchObject({ reading: false, totalFen: null })
})

it('goes on after a restart with what was waiting', async () => {
  read = () => new Promise(() => undefined)
  await addPaper(world, draft, 'MEDICAL_INVOICE')
  const after = createDesk({ store: world.store, files: world.files, read: async () => bill(name), log: () => undefined })
  after.wake()
  await after.idle()
  expect((await courier('getClaim', { params: draft })).ok().prefill?.totalFen).toEqual({ value: 3_700_000, sure: true })
})

it('offers nothing, and waits for nothing, where nobody reads', async () => {
  const plain = await createWorld()
  const claim = await claimAt(plain, 'DRAFT')
  await addPaper(plain, claim, 'MEDICAL_INVOICE')
  expect((await (await plain.as(CLAIMANT))('getClaim', { params: claim })).ok()).toMatchObject({ prefill: null, documents: [{ reading: null }] })
})

describe('papers that somebody else hands in', () => {
  it('are compared with the member; an agent reads the member’s name masked', async () => {
    const member = await world.as('driver')
    const { authorisationId } = (await member('createAuthorisation', { body: aGrant })).ok()
    const { accessToken } = (await world.anonymous('signIn', { body: { method: 'sms', phone: aGrant.agentPhone, code: '202507', privacyVersion: '1.0' } })).ok()
    const agent = api(world.core, accessToken)
    const claim = (await agent('createClaim', { body: { cause: 'ILLNESS', authorisationId } })).ok()
    read = async () => bill('李某某')
    await addPhoto(agent, claim.claimId, 'MEDICAL_INVOICE')
    await desk.idle()
    const notes = async (who: Api) => (await who('getClaim', { params: claim })).ok().prefill?.notesZh
    expect(await notes(agent)).toEqual([expect.stringMatching(/读作“李某某”，与会员“梁\*\*”不一样/)])
  })

  it('in a death are those of who has died, not of who files', async () => {
    const who = await world.as('beneficiary')
    const claim = await drafted(who, 'DEATH', { accidentOn: '2026-11-02', accident: { ...anAccident, treatment: 'NONE' }, death: { diedOn: '2026-11-02' } })
    const died = await world.store.transact(async (tx) => (await tx.get('account', 'deceased'))?.name ?? '')
    read = async () => bill(died)
    await addPhoto(who, claim.claimId, 'MEDICAL_INVOICE')
    await desk.idle()
    const { documents, prefill } = (await who('getClaim', { params: claim })).ok()
    const paper = documents.find(({ documentType }) => documentType === 'MEDICAL_INVOICE')
    expect(paper?.reading?.fields).toContainEqual({ titleZh: '姓名', valueZh: died, sure: true })
    expect(prefill?.notesZh).toEqual([])
  })
})

describe('a photo of a bank card', () => {
  const send = async () => (await courier('sendCardPhoto', { file: { bytes: photo('card'), name: 'card.jpg' } })).ok()
  const answer = async () => {
    await desk.idle()
    return (await courier('getCardPhoto', {})).ok()
  }
  const files = async (hash: string | null) => (hash === null ? undefined : world.files.get(hash))

  it('gives its number, and the photo is thrown away', async () => {
    let kept: string | null = null
    read = async () => {
      kept = await world.store.transact(async (tx) => (await tx.list('cardPhoto'))[0]?.hash ?? null)
      return pageOf([{ text: '中国工商银行', x: 60, y: 60 }, { text: '6222 0200 0000 0000 000', x: 60, y: 300 }, { text: '12/30', x: 300, y: 400 }])
    }
    expect(await send()).toMatchObject({ state: 'PENDING', cardNumber: null })
    expect(await answer()).toMatchObject({ state: 'DONE', cardNumber: '6222020000000000000', sure: true })
    expect(kept).not.toBeNull()
    expect(await files(kept)).toBeUndefined()
  })

  it.each([
    ['a wrong check digit', [{ text: '6222020000000000001', x: 60, y: 300 }]],
    ['two readings', [{ text: '6222020000000000000', again: '6222020000000000008', x: 60, y: 300 }]],
    ['two numbers', [{ text: '6222020000000000000', x: 60, y: 300 }, { text: '6222020000000000018', x: 60, y: 400 }]],
  ])('is not sure with %s', async (_what, lines) => {
    read = async () => pageOf(lines)
    await send()
    expect(await answer()).toMatchObject({ state: 'DONE', sure: false })
  })

  it('finds none on a black one', async () => {
    read = async () => pageOf([])
    await send()
    expect(await answer()).toMatchObject({ state: 'NONE', cardNumber: null })
  })
})
