import type { PushSettlement } from '@/contract/schemas/tester'
import { seedData } from '@mock/seed/persona-data'
import { seedPeople } from '@mock/seed/people'
import { extract } from '@mock/partners/recognition'
import { goldenStay, claimAt, CLAIMANT } from '@tests/builders/golden-claims'
import { bindRep, EVENT, INSTALLATION, whoIs } from '@tests/builders/events'
import { goldenBill, pageOf } from '@tests/builders/paper-text'
import { createWorld, type World } from '@tests/builders/world'
import { toInstant } from '@/domain/dates'

/** What others write is kept as the contract has it: whoever looks for it later finds it. */

const wide = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const persona = (id: string) => {
  const found = seedData.personas.find((one) => one.id === id)
  if (!found) throw new Error(`no persona ${id}`)
  return found
}

describe('a roster as people type it', () => {
  async function withRoster(): Promise<World> {
    const world = await createWorld()
    const courier = persona(CLAIMANT)
    const asTyped = { ...courier, name: ` ${courier.name}\u200b`, idNo: wide(courier.idNo ?? '').toLowerCase(), mobile: `+86 ${courier.mobile.replace(/^(\d{3})(\d{4})/, '$1-$2-')}`, memberships: courier.memberships.map((one) => ({ ...one, memberNo: wide(one.memberNo) })) }
    await world.store.transact((tx) => seedPeople(tx, { personas: [asTyped], otherMembers: [], staff: [] }))
    return world
  }

  it('is kept canonical', async () => {
    const world = await withRoster()
    const { name, idNo, mobile, memberships } = persona(CLAIMANT)
    expect(await world.store.transact((tx) => tx.get('account', CLAIMANT))).toMatchObject({ name, idNo, mobile, membership: { memberNo: memberships[0]?.memberNo } })
  })

  it('its member signs in with the phone, and is found at the desk', async () => {
    const world = await withRoster()
    const { mobile } = persona(CLAIMANT)
    ;(await world.anonymous('sendSmsCode', { body: { phone: mobile } })).ok()
    expect((await world.anonymous('signIn', { body: { method: 'sms', phone: mobile, code: '202507', privacyVersion: '1.0' } })).ok().account.accountId).toBe(CLAIMANT)
    await bindRep(world)
    const { memberNo, name } = await whoIs(world, CLAIMANT)
    const body = { memberNo: `会员号：${wide(memberNo)}`, name: `${name.slice(0, 1)} ${name.slice(1)}`, scannedAt: toInstant(world.wall.ms), deviceId: INSTALLATION, offline: false }
    expect((await (await world.as('rep'))('submitEntry', { params: { eventId: EVENT }, body })).ok().code).toBe('ENTRY_RESERVED')
  })
})

describe('settlement data as the insurance writes it', () => {
  const MEMBER = 'industrial'
  const push = async (world: World, change: Partial<PushSettlement>) => (await (await world.tester())('pushSettlement', { body: { accountId: MEMBER, ...change } })).ok()

  it.each([
    ['spaces in the name', (name: string) => [...name].join(' ')],
    ['marks of direction around it', (name: string) => `\u202d${name}\u202c`],
    ['a wide space behind it', (name: string) => `${name}\u3000`],
  ])('%s: the same person', async (_what, write) => {
    expect((await push(await createWorld(), { nameZh: write(persona(MEMBER).name) })).outcome).toBe('MATCHED')
  })

  it('a hospital with marks and spaces, an invoice in small letters: kept canonical, and the invoice is known again', async () => {
    const world = await createWorld()
    const { claimId } = await push(world, { stay: { ...goldenStay, hospitalZh: '\u202a 示例区第一人民医院\u00a0\u202c' }, invoice: { code: '4499002a', number: '000000900b' } })
    const claim = (await (await world.as(MEMBER))('getClaim', { params: { claimId: claimId ?? '' } })).ok()
    expect(claim).toMatchObject({ stay: { hospitalZh: '示例区第一人民医院' }, invoice: { code: '4499002A', number: '000000900B' } })
    expect(await push(world, { invoice: { code: '4499002A', number: '000000900B' } })).toMatchObject({ outcome: 'NOTHING', reasonCode: 'AUTO_DUPLICATE' })
  })
})

describe('what the contract takes as it was typed', () => {
  it('a draft keeps a hospital without marks and spaces, and an invoice in capitals', async () => {
    const world = await createWorld()
    const draft = await claimAt(world, 'DRAFT')
    const body = { stay: { ...goldenStay, hospitalZh: ' 示例区\u200b第一人民医院\u2069 ' }, invoice: { code: '4499002a', number: '000000900b' } }
    expect((await (await world.as(CLAIMANT))('updateClaim', { params: draft, version: draft.version, body })).ok()).toMatchObject({ stay: { hospitalZh: '示例区第一人民医院' }, invoice: { code: '4499002A', number: '000000900B' } })
  })

  it.each([' \u200b ', '\u202a\u202c', '   '])('%j is no hospital', async (hospitalZh) => {
    const world = await createWorld()
    const draft = await claimAt(world, 'DRAFT')
    const refused = await (await world.as(CLAIMANT))('updateClaim', { params: draft, version: draft.version, body: { stay: { ...goldenStay, hospitalZh } } })
    expect(Object.keys(refused.problem('VALIDATION_FAILED').fieldErrors ?? {})).toEqual(['/stay/hospitalZh'])
  })

  it('words that nobody sees are no words', async () => {
    const world = await createWorld()
    const refused = await (await world.as('model'))('appealClaim', { params: { claimId: 'CLM-2026-000004' }, version: 1, body: { reasonZh: '\u200b\u202a\ufeff' } })
    expect(Object.keys(refused.problem('VALIDATION_FAILED').fieldErrors ?? {})).toEqual(['/reasonZh'])
  })

  it.each([
    ['the list is looked through by a name with spaces', '  陈', 1],
    ['by the end of a number in wide digits', wide('01'), 1],
  ])('%s', async (_what, q, least) => {
    const world = await createWorld()
    await bindRep(world)
    const rep = await world.as('rep')
    const who = await whoIs(world, CLAIMANT)
    ;(await rep('submitEntry', { params: { eventId: EVENT }, body: { ...who, scannedAt: toInstant(world.wall.ms), deviceId: INSTALLATION, offline: false } })).ok()
    const end = who.memberNo.slice(-2)
    const typed = q === wide('01') ? wide(end) : q
    expect((await rep('listScans', { params: { eventId: EVENT }, query: { q: typed } })).ok().items.length).toBeGreaterThanOrEqual(least)
  })
})

describe('papers', () => {
  const paper = (from: string, to: string) => pageOf(goldenBill.map((line) => ({ ...line, text: line.text.replace(from, to) })))

  it('a name of two parts is the member’s own, whichever dot the printer has', () => {
    for (const dot of ['·', '•', '・', '．', '.']) {
      const { patient } = extract(paper('陈某某', `阿依古丽${dot}买买提`), '阿依古丽·买买提')
      expect(patient).toEqual({ value: '阿依古丽·买买提', sure: true })
    }
  })

  it('numbers in wide digits are read as the contract has them', () => {
    expect(extract(paper('44990026', wide('44990026')), '陈某某').invoiceCode?.value).toBe('44990026')
    expect(extract(paper('0000000001', wide('0000000001')), '陈某某').invoiceNumber?.value).toBe('0000000001')
  })
})
