import type { IdDocument, Identity } from '@/contract/schemas/identity'
import { drawHere } from '@mock/node/drawing'
import { anAccident } from '@tests/builders/golden-claims'
import { drafted } from '@tests/builders/kinds'
import { pdfPages } from '@tests/builders/pdf-words'
import { SIGNED } from '@tests/builders/signature'
import { createWorld, recordsOf, type World } from '@tests/builders/world'

/** Not verified yet, 欧阳·𠮷琳. */
const OUTSIDER = 'overseas'
const NAME = '欧阳·𠮷琳'
const born = { birthDate: '1994-08-23', sex: 'FEMALE' as const }
const apply = async (world: World, identity: Identity, persona = OUTSIDER) => (await world.as(persona))('applyForMembership', { body: { platform: '美团', c1Version: '1.0', identity } })
const accountOf = (world: World, id = OUTSIDER) => world.store.transact((tx) => tx.get('account', id))

describe('joining with any document', () => {
  test.each<[string, Identity, string, string | null]>([
    ['a mainland card', { name: NAME, idType: 'MAINLAND_ID', idNumber: '449900199408230126' }, '居民身份证', '1994-08-23'],
    ['a residence permit', { name: NAME, idType: 'RESIDENCE_PERMIT', idNumber: '810000199408230021' }, '港澳台居民居住证', '1994-08-23'],
    ['a pass of Hong Kong', { name: NAME, idType: 'HK_MACAO_PASS', idNumber: 'h 1234 5678', ...born }, '港澳居民来往内地通行证', '1994-08-23'],
    ['a pass of Taiwan', { name: NAME, idType: 'TAIWAN_PASS', idNumber: '12345678', ...born }, '台湾居民来往大陆通行证', '1994-08-23'],
    ['the old card for foreigners', { name: NAME, idType: 'FOREIGN_RESIDENT', idNumber: 'USA440012345678', ...born }, '外国人永久居留身份证', '1994-08-23'],
    ['a passport and a long name', { name: ' Maria-Concepción  O’Neill de la Cruz y Santos ', idType: 'PASSPORT', idNumber: 'e12345678', ...born }, '护照', '1994-08-23'],
  ])('%s', async (_, identity, typeZh, birthDate) => {
    const world = await createWorld()
    expect((await apply(world, identity)).ok()).toMatchObject({ state: 'APPROVED' })
    const account = await accountOf(world)
    expect([account?.name, account?.birthDate, account?.sex, account?.realNameVerified, account?.roles]).toEqual([identity.name.trim().replace(/\s+/g, ' '), birthDate, 'FEMALE', true, ['MEMBER']])
    const me = (await (await world.as(OUTSIDER))('getMe')).ok()
    expect([me.idTypeZh, me.realName, me.idNoMasked?.replace(/[^*]/g, '').length]).toEqual([typeZh, true, (account?.idNo?.length ?? 0) - 2])
    expect((await (await world.as(OUTSIDER))('getCard')).ok().nameMasked).toBe(`${Array.from(account?.name ?? '')[0]}**`)
  })

  test.each<[string, Partial<Identity>, Record<string, RegExp>]>([
    ['a wrong check digit', { idType: 'MAINLAND_ID', idNumber: '449900199408230122' }, { '/identity/idNumber': /逐位核对/ }],
    ['a residence permit as a mainland card', { idType: 'MAINLAND_ID', idNumber: '810000199408230021' }, { '/identity/idNumber': /居住证的号码/ }],
    ['a pass without its letter', { idType: 'HK_MACAO_PASS', idNumber: '12345678', ...born }, { '/identity/idNumber': /H（香港）或M（澳门）/ }],
    ['a pass of Hong Kong as one of Taiwan', { idType: 'TAIWAN_PASS', idNumber: 'H12345678', ...born }, { '/identity/idNumber': /8位数字/ }],
    ['letters alone', { idType: 'PASSPORT', idNumber: 'ABCDEFG', ...born }, { '/identity/idNumber': /护照/ }],
    ['no birth and sex, a name with digits', { name: '张3', idType: 'PASSPORT', idNumber: 'E12345678' }, { '/identity/name': /照证件/, '/identity/birthDate': /出生日期/, '/identity/sex': /性别/ }],
    ['born tomorrow', { idType: 'PASSPORT', idNumber: 'E12345678', birthDate: '2026-11-24', sex: 'MALE' }, { '/identity/birthDate': /出生日期/ }],
  ])('%s is refused at its field, and nothing is kept', async (_, wrong, said) => {
    const world = await createWorld()
    await world.as(OUTSIDER)
    const before = await recordsOf(world)
    const { fieldErrors = {} } = (await apply(world, { name: NAME, idType: 'PASSPORT', idNumber: 'E12345678', ...wrong })).problem('VALIDATION_FAILED')
    expect(Object.keys(fieldErrors)).toEqual(Object.keys(said))
    for (const [pointer, words] of Object.entries(said)) expect(fieldErrors[pointer]).toMatch(words)
    expect(await recordsOf(world)).toEqual(before)
  })

  test('under 16 by a passport, where the number says nothing: stopped, and nothing is kept', async () => {
    const world = await createWorld()
    await world.as(OUTSIDER)
    const before = await recordsOf(world)
    ;(await apply(world, { name: NAME, idType: 'PASSPORT', idNumber: 'E12345678', birthDate: '2010-11-24', sex: 'MALE' })).problem('MEMBER_UNDER_AGE')
    expect(await recordsOf(world)).toEqual(before)
  })

  test('the partner does not know it, or it is somebody else’s: refused with a way on, nobody learns whose it is', async () => {
    const world = await createWorld()
    const unknown = (await apply(world, { name: NAME, idType: 'PASSPORT', idNumber: 'E12345404', ...born })).ok()
    expect(unknown).toMatchObject({ state: 'REFUSED', textZh: expect.stringContaining('没有核对上'), helpZh: expect.stringContaining('就近工会') })
    const others = (await apply(world, { name: NAME, idType: 'MAINLAND_ID', idNumber: '44990019920315211X' })).ok()
    expect(others.textZh).toBe(unknown.textZh)
    expect((await apply(world, { name: '陈速达', idType: 'MAINLAND_ID', idNumber: '44990019920315211X' })).ok().textZh).toContain('已经登记过')
    expect((await accountOf(world))?.realNameVerified).toBe(false)
  })

  test('five wrong pairs a day and account, then nothing is looked up any more, not even a right one; the next day is open', async () => {
    const world = await createWorld()
    const others = { idType: 'MAINLAND_ID' as const, idNumber: '44990019920315211X' }
    for (const name of ['王某', '李某', '张某', '赵某', '陈速达']) expect((await apply(world, { name, ...others })).ok().state).toBe('REFUSED')
    const before = await recordsOf(world)
    const refused = (await apply(world, { name: '陈速达', ...others })).problem('RATE_LIMITED')
    expect(refused.detail).toContain('明天再申请')
    expect(await recordsOf(world)).toEqual(before)
    ;(await apply(world, { name: NAME, idType: 'PASSPORT', idNumber: 'E12345678', ...born })).problem('RATE_LIMITED')
    await world.move(1)
    expect((await apply(world, { name: NAME, idType: 'PASSPORT', idNumber: 'E12345678', ...born })).ok()).toMatchObject({ state: 'APPROVED' })
  })

  test('who is verified already stays who they are', async () => {
    const world = await createWorld()
    ;(await apply(world, { name: '别人', idType: 'PASSPORT', idNumber: 'E12345678', ...born }, 'newcomer')).ok()
    expect(await accountOf(world, 'newcomer')).toMatchObject({ name: '谢启程', idNo: '449900199808208315' })
  })
})

describe('the document of a beneficiary', () => {
  const death = (document?: IdDocument) => ({ accidentOn: '2026-11-02', accident: { ...anAccident, treatment: 'NONE' as const }, death: { diedOn: '2026-11-02', ...(document && { document }) } })
  const setDocument = (world: World, idNo: string | null) =>
    world.store.transact(async (tx) => {
      const account = await tx.get('account', 'beneficiary')
      if (account) await tx.put('account', { ...account, idNo })
    })

  test('the registered one is there already; another kind takes its place, checked by its own rules, and stands in the form', async () => {
    const world = await createWorld({ env: { draw: drawHere } })
    const who = await world.as('beneficiary')
    const claim = await drafted(who, 'DEATH', death())
    expect(claim.beneficiaryDocument).toEqual({ idType: 'MAINLAND_ID', typeZh: '居民身份证', numberMasked: '4****************0' })
    const change = (document: IdDocument) => who('updateClaim', { params: claim, version: claim.version, body: death(document) })
    const wrong = (await change({ idType: 'TAIWAN_PASS', idNumber: 'H12345678' })).problem('VALIDATION_FAILED')
    expect(wrong.fieldErrors).toEqual({ '/death/document/idNumber': '台湾居民来往大陆通行证号码是8位数字，请核对。' })
    const foreign = (await change({ idType: 'MAINLAND_ID', idNumber: '44990019920315211X' })).problem('VALIDATION_FAILED')
    expect(foreign.fieldErrors?.['/death/document/idNumber']).toMatch(/与您登记的证件号码不一致/)
    const changed = (await change({ idType: 'PASSPORT', idNumber: 'e 1234 5678' })).ok()
    expect(claim.checklist.find(({ documentType }) => documentType === 'BENEFICIARY_ID')?.titleZh).toBe('受益人身份证')
    expect(changed.checklist.find(({ documentType }) => documentType === 'BENEFICIARY_ID')).toMatchObject({ titleZh: '受益人护照', tipZh: expect.stringMatching(/^拍有照片的那一页/) })
    expect(changed.beneficiaryDocument).toEqual({ idType: 'PASSPORT', typeZh: '护照', numberMasked: 'E*******8' })
    ;(await who('submitClaim', { params: claim, version: changed.version, body: SIGNED })).ok()
    const [letter] = (await who('listLetters', { params: claim })).ok().items
    const pages = await pdfPages((await who('getLetter', { params: { claimId: claim.claimId, letterId: letter?.letterId ?? '' } })).ok())
    const words = pages.map((page) => page.words).join('').replace(/[\n\u3000]/g, '')
    expect(words).toContain('护照 E*******8')
    expect(words).toContain('许念安')
    expect(words).not.toContain('代办人')
  })

  test('none is registered: without one the claim cannot be handed in, and says so', async () => {
    const world = await createWorld()
    await setDocument(world, null)
    const who = await world.as('beneficiary')
    const claim = await drafted(who, 'DEATH', death())
    expect(claim.missing).toEqual([{ part: 'event', textZh: '请填写您的证件。' }])
    expect((await who('submitClaim', { params: claim, version: claim.version, body: SIGNED })).problem('CLAIM_INCOMPLETE').detail).toContain('请填写您的证件')
    const filled = (await who('updateClaim', { params: claim, version: claim.version, body: death({ idType: 'RESIDENCE_PERMIT', idNumber: '810000199408230021' }) })).ok()
    ;(await who('submitClaim', { params: claim, version: filled.version, body: SIGNED })).ok()
  })
})
