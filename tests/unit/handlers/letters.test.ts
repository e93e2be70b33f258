import { drawHere } from '@mock/node/drawing'
import { askedForMore } from '@tests/builders/after-submission'
import { claimAt, CLAIMANT, goldenStay } from '@tests/builders/golden-claims'
import { pdfPages } from '@tests/builders/pdf-words'
import { nameStrokes, SIGNED } from '@tests/builders/signature'
import { createWorld, type World } from '@tests/builders/world'

const drawing = () => createWorld({ env: { draw: drawHere } })
const lettersOf = async (world: World, claimId: string) => (await (await world.as(CLAIMANT))('listLetters', { params: { claimId } })).ok().items
const nameOf = async (world: World): Promise<string> => (await world.store.transact((tx) => tx.get('account', CLAIMANT)))?.name ?? ''

/** Words of the newest letter of a kind, without the breaks that the width of a line makes. */
async function wordsOf(world: World, claimId: string, kind: string): Promise<string> {
  const letter = (await lettersOf(world, claimId)).find((one) => one.kind === kind)
  if (!letter) throw new Error(`no letter ${kind}`)
  const pages = await pdfPages((await (await world.as(CLAIMANT))('getLetter', { params: { claimId, letterId: letter.letterId } })).ok())
  for (const { width, height } of pages) expect([width, height]).toEqual([595, 842])
  return pages.map(({ words }) => words).join('').replace(/[\n\u3000]/g, '')
}

describe('the form that was signed', () => {
  it('holds what was filled in, the declaration, and the strokes; it is kept as a file', async () => {
    const world = await drawing()
    const { claimId, claimNo, stay } = await claimAt(world, 'REVIEWING')
    const words = await wordsOf(world, claimId, 'APPLICATION')
    for (const said of [claimNo, stay?.hospitalZh ?? '', '37,000.00', '愿意退回互助金', '医疗收费票据', await nameOf(world)]) expect(words).toContain(said)
    const letter = await world.store.transact((tx) => tx.get('letter', `${claimId}-L1`))
    expect(letter?.sheet.blocks).toContainEqual(expect.objectContaining({ kind: 'signature', strokes: nameStrokes }))
    expect(new TextDecoder().decode(await world.files.get(letter?.hash ?? ''))).toContain('互助金申领表')
  })

  it('of a name that was typed says so', async () => {
    const world = await drawing()
    const { claimId, version } = await claimAt(world, 'COMPLETE')
    const name = await nameOf(world)
    ;(await (await world.as(CLAIMANT))('submitClaim', { params: { claimId }, version, body: { declaredTrue: true, signature: { typedName: ` ${name}` } } })).ok()
    expect(await wordsOf(world, claimId, 'APPLICATION')).toContain(`签名（以输入姓名代签）`)
  })

  it.each([
    ['no strokes', { strokes: [] }, '/signature/strokes'],
    ['dots', { strokes: [[[1, 1]], [[2, 2]]] as [number, number][][] }, '/signature/strokes'],
    ['somebody else’s name', { typedName: '别人' }, '/signature/typedName'],
  ])('is refused for %s, and the claim stays a draft', async (_title, signature, pointer) => {
    const world = await createWorld()
    const { claimId, version } = await claimAt(world, 'COMPLETE')
    const courier = await world.as(CLAIMANT)
    expect(Object.keys((await courier('submitClaim', { params: { claimId }, version, body: { declaredTrue: true, signature } })).problem('VALIDATION_FAILED').fieldErrors ?? {})).toEqual([pointer])
    expect((await courier('getClaim', { params: { claimId } })).ok().status.state).toBe('DRAFT')
    expect(await lettersOf(world, claimId)).toEqual([])
  })

  it('takes a name with a sign beyond the BMP, drawn into the letter too', async () => {
    const world = await drawing()
    const { claimId, version } = await claimAt(world, 'COMPLETE')
    await world.store.transact(async (tx) => {
      const account = await tx.get('account', CLAIMANT)
      if (account) await tx.put('account', { ...account, name: '陈\u{2cc56}' })
    })
    ;(await (await world.as(CLAIMANT))('submitClaim', { params: { claimId }, version, body: { declaredTrue: true, signature: { typedName: '陈\u{2cc56}' } } })).ok()
    expect(await wordsOf(world, claimId, 'APPLICATION')).toContain('陈\u{2cc56}')
  })
})

describe('letters', () => {
  it('tell an approval with amount, arithmetic and clause, then the money', async () => {
    const world = await drawing()
    const { claimId, decision } = await claimAt(world, 'PAID')
    expect((await lettersOf(world, claimId)).map(({ kind, noZh }) => [kind, noZh.slice(-2)])).toEqual([['PAID', '03'], ['APPROVED', '02'], ['APPLICATION', '01']])
    const approved = await wordsOf(world, claimId, 'APPROVED')
    for (const said of ['8,000.00 元', decision?.lines[0]?.formulaZh ?? '', '示例条款', '申请复核一次', goldenStay.hospitalZh]) expect(approved).toContain(said)
    const paid = await wordsOf(world, claimId, 'PAID')
    for (const said of ['8,000.00 元', '工商银行 尾号0000', '银行流水']) expect(paid).toContain(said)
  })

  it('tell a refusal with reason, clause and the way to appeal - and again when the appeal is upheld', async () => {
    const world = await drawing()
    const claim = await claimAt(world, 'REJECTED')
    const { claimId, appeal } = claim
    const rejected = await wordsOf(world, claimId, 'REJECTED')
    const calculation = claim.decision
    for (const said of [calculation?.reasonZh ?? '', calculation?.clauseZh ?? '', '申请复核一次', `${appeal?.until.slice(0, 4)}年`]) expect(rejected).toContain(said)
    const courier = await world.as(CLAIMANT)
    ;(await courier('appealClaim', { params: { claimId }, version: claim.version, body: { reasonZh: '入院日期认定有误。' } })).ok()
    ;(await (await world.tester())('decideClaim', { params: { claimId }, body: { decision: 'UPHOLD' } })).ok()
    const upheld = await wordsOf(world, claimId, 'APPEAL')
    for (const said of ['入院日期认定有误。', '维持原决定', calculation?.reasonZh ?? '', '复核机会已使用']) expect(upheld).toContain(said)
    // What was sent stays what was sent: the refusal still speaks of the right to appeal.
    expect(await wordsOf(world, claimId, 'REJECTED')).toBe(rejected)
  })

  it('ask for papers as one list with reasons and the last day', async () => {
    const world = await drawing()
    const { claimId, supplement } = await askedForMore(world)
    const words = await wordsOf(world, claimId, 'SUPPLEMENT')
    for (const { titleZh, whatZh, tipZh } of supplement?.items ?? []) for (const said of [titleZh, whatZh, tipZh]) for (const part of said.split(/[,。;]/)) expect(words).toContain(part)
    expect(words).toContain(`${Number(supplement?.dueOn.slice(8))}日`)
  })

  it('are the same bytes each time, and nobody else’s to read', async () => {
    const world = await drawing()
    const { claimId } = await claimAt(world, 'REJECTED')
    const [letter] = await lettersOf(world, claimId)
    const params = { claimId, letterId: letter?.letterId ?? '' }
    const courier = await world.as(CLAIMANT)
    expect(Buffer.compare(Buffer.from((await courier('getLetter', { params })).ok()), Buffer.from((await courier('getLetter', { params })).ok()))).toBe(0)
    ;(await (await world.as('industrial'))('getLetter', { params })).problem('NOT_FOUND')
    const other = (await courier('createClaim', { body: { cause: 'ILLNESS' } })).ok()
    ;(await courier('getLetter', { params: { ...params, claimId: other.claimId } })).problem('NOT_FOUND')
  })
})

it('a form that was handed in twice with one key is one letter', async () => {
  const world = await createWorld()
  const { claimId, version } = await claimAt(world, 'COMPLETE')
  const courier = await world.as(CLAIMANT)
  const call = { params: { claimId }, version, body: SIGNED, key: 'one-key-for-both' }
  ;(await courier('submitClaim', call)).ok()
  ;(await courier('submitClaim', call)).ok()
  expect(await lettersOf(world, claimId)).toHaveLength(1)
})
