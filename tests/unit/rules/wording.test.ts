import { StatusView } from '@/contract/schemas/common'
import * as v from 'valibot'
import { applyClaim } from '@mock/rules/claim-machine'
import { claimRows, claimWords } from '@mock/rules/claim-table'
import { claimStates, type ClaimProgress, type ClaimState } from '@mock/rules/claim-types'
import { newPayout } from '@mock/rules/payout-machine'
import { payoutRows } from '@mock/rules/payout-table'
import { payoutStates, type PayoutProgress, type PayoutState } from '@mock/rules/payout-types'
import { isReasonCode, reasonsOf, reasonWords } from '@mock/rules/reasons'
import { fill, unknownDate, UnfilledPlaceholder } from '@mock/rules/template'
import { claimStatus, payoutStatus } from '@mock/rules/wording'
import { as, claimAfter, claimEvents, claimPaths, later, payoutAfter, payoutPaths, start, type PayoutStep } from './kit'

const claimNo = '2026112300001'
const status = (claim: ClaimProgress, now = start, payout: PayoutProgress | null = payoutAfter(payoutPaths.SENT)) => claimStatus(claim, { claimNo, now, payout })
const whole = (view: StatusView) => [view.titleZh, view.nextZh, view.whoZh, view.whenZh].join('|')

describe('template', () => {
  test('a missing value is an error, never an open brace', () => {
    expect(() => fill('请在{autoDueOn}前处理', {})).toThrow(UnfilledPlaceholder)
    expect(() => fill('请在{autoDueOn}前处理', {})).toThrow('no value for {autoDueOn}')
  })
  test.each([
    ['预计{a}前,最迟{b}', '以实际到账为准'],
    ['预计{a}到账,以实际到账为准', '以实际到账为准'],
    ['材料已全部收到,受理编号{no}。预计{a}前审核完成。', '材料已全部收到,受理编号7。以实际到账为准。'],
    ['已编入{a}批次,等待送银行。', '以实际到账为准,等待送银行。'],
  ])('an unknown date takes its clause with it: %s', (template, expected) => {
    expect(fill(template, { a: unknownDate, b: unknownDate, no: '7' })).toBe(expected)
  })
})

test.each(claimStates)('claim %s: every word filled, as the contract has it', (state) => {
  const view = status(claimAfter(claimPaths[state]))
  expect(v.parse(StatusView, view)).toEqual(view)
  expect(whole(view)).not.toMatch(/[{}]|undefined|null/)
  expect(view).toMatchObject({ state, titleZh: claimWords(state).titleZh, steps: ['提交', '核对', '审核', '拨付', '到账'] })
})

test.each(payoutStates)('payout %s: every word filled, as the contract has it', (state) => {
  const view = payoutStatus(payoutAfter(payoutPaths[state]))
  expect(v.parse(StatusView, view)).toEqual(view)
  expect(whole(view)).not.toMatch(/[{}]|undefined|null/)
})

test('a state whose facts are missing throws instead of showing a gap', () => {
  expect(() => status({ ...claimAfter(claimPaths.REVIEWING), review: null })).toThrow(UnfilledPlaceholder)
})

test.each<[string, ClaimProgress, string, string, number | null]>([
  ['DRAFT', claimAfter(claimPaths.DRAFT), start, '草稿|材料备齐后即可提交,内容已自动保存。|您|保存至2027年2月21日', 1],
  ['AUTO_MATCHED', claimAfter(claimPaths.AUTO_MATCHED), start, '免审待确认|系统按医保结算数据为您核算3,757.24元。请核对:确认收款,或选择数据有误、申请人工审核、不领取。|您|请在2026年12月23日前处理,逾期后仍可重新申领', 1],
  ['REVIEWING', claimAfter(claimPaths.REVIEWING), start, '人工审核|审核人员正在核对材料和金额,您无需操作。|代办处审核人员|预计2026年11月26日前,最迟2026年12月7日', 3],
  ['REVIEWING after the target', claimAfter(claimPaths.REVIEWING), '2026-11-27T00:00:00+08:00', '人工审核|审核人员正在核对材料和金额,您无需操作。|代办处审核人员|预计2026年12月7日前,最迟2026年12月7日', 3],
  ['SUPPLEMENT', claimAfter(claimPaths.SUPPLEMENT), start, '待补材料|请一次补齐下列1项。补齐之前,审核时限暂停计算。|您|2026年12月23日前', 3],
  ['PAYING', claimAfter(claimPaths.PAYING), start, '拨付中|互助金正在发往尾号0015的银行卡。需要您更新银行卡时会立即通知。|银行|预计2026年11月24日到账,以实际到账为准', 4],
  ['PAID', claimAfter(claimPaths.PAID), start, '已到账|8,000.00元已到账。对金额有疑问,可在2027年1月22日前申请复核。|无需操作|到账时间2026年11月24日 16:30', 5],
  ['PAID, appeal over', claimAfter(claimPaths.PAID), '2027-01-23T00:00:00+08:00', '已到账|8,000.00元已到账。复核申请期已结束;有疑问请拨打12351。|无需操作|到账时间2026年11月24日 16:30', 5],
  ['REJECTED', claimAfter(claimPaths.REJECTED), start, '未通过|未通过的原因和条款列在下方。如不同意,可申请复核,由其他人员重新审查。|您(可选择复核)|复核申请截至2027年1月22日', 3],
  ['REJECTED, appeal over', claimAfter(claimPaths.REJECTED), '2027-01-23T00:00:00+08:00', '未通过|未通过的原因和条款列在下方。复核申请期已于2027年1月22日结束;有疑问请拨打12351。|无需操作|决定日期2026年11月23日', 3],
  ['WITHDRAWN, window over', claimAfter(claimPaths.WITHDRAWN), '2028-11-21T00:00:00+08:00', '已撤回|本次申领已撤回,申领时限已过;如有特殊原因请拨打12351。|无需操作|申领时限已于2028年11月20日届满', null],
  ['EXPIRED', claimAfter(claimPaths.EXPIRED), start, '已过期|未在期限内处理,本次申领已停止。申领时限内可重新启用一次。|您(可选择重新启用)|申领时限至2028年11月20日', null],
  ['EXPIRED twice', claimAfter(['create', 'idle', 'reopen', 'idle']), start, '已过期|未在期限内处理,本次申领已停止,不能再次启用。申领时限内可重新申领。|您(可选择重新申领)|申领时限至2028年11月20日', null],
  ['CLOSED, paid', claimAfter(claimPaths.CLOSED), start, '已办结|本次申领已办结,记录可随时查看。|无需操作|办结日期2026年12月25日', 5],
  ['CLOSED, nothing paid', claimAfter([...claimPaths.APPEALING, 'uphold']), start, '已办结|本次申领已办结,记录可随时查看。|无需操作|办结日期2026年11月23日', 3],
  ['RECOVERING', claimAfter(claimPaths.RECOVERING), start, '待退回|因多发互助金,需退回3,000.00元,可转账退回或从以后的互助金中抵扣;有疑问请拨打12351。|您|2027年1月15日前', 5],
  ['PRECHECK after a silent union', claimAfter([...claimPaths.UNION_CHECK, 'unionTimeout']), start, '系统核对|单位工会未在期限内回复,已自动进入下一步,不影响您的申领。系统正在核对参保、时限和票据。系统只核对,不会拒绝您的申领。|系统|几分钟内', 2],
])('claim words: %s', (_title, claim, now, words, step) => {
  expect(whole(status(claim, now))).toBe(words)
  expect(status(claim, now).step).toBe(step)
})

test('used appeals are told in REJECTED and PAID', () => {
  expect(status({ ...claimAfter(claimPaths.REJECTED), appealUsed: true }).nextZh).toContain('复核机会已使用')
  expect(status({ ...claimAfter(claimPaths.PAID), appealUsed: true }).nextZh).toContain('复核机会已使用')
})

test('a claim that is reviewed into the year without a calendar promises no date', () => {
  const at = (minutes: number) => as('MEMBER', later('2026-12-30T10:00:00+08:00', minutes))
  const submitted = applyClaim(applyClaim(null, claimEvents.create, at(0)).claim, claimEvents.submit, at(1)).claim
  const routed = applyClaim(submitted, claimEvents.route, as('SYSTEM', at(2).now)).claim
  const reviewing = applyClaim(routed, claimEvents.pass, as('SYSTEM', at(3).now)).claim
  expect(reviewing && status(reviewing, at(4).now).whenZh).toBe('以实际到账为准')
})

describe('PAYING speaks with the words of the payout where the money waits', () => {
  const paying = claimAfter(claimPaths.PAYING)
  test('for a card', () => {
    const view = status(paying, start, payoutAfter(['accountMissing']))
    expect(whole(view)).toBe('拨付中|您还没有绑定银行卡。请绑定本人名下的借记卡,绑定后自动继续拨付。互助金为您保留。|您|请尽快办理,2027年5月22日后由单位工会联系您')
    expect(view).toMatchObject({ tone: 'action', memberActs: true, step: 4 })
  })
  test.each<[PayoutState, boolean]>([['UNKNOWN', false], ['MANUAL', false], ['FAILED_RETRY', false], ['RETURNED', true], ['FAILED_ACTION', true]])('%s', (state, memberActs) => {
    const payout = payoutAfter(payoutPaths[state])
    expect(status(paying, start, payout)).toMatchObject({ nextZh: payoutStatus(payout).nextZh, memberActs })
  })
  test('after a bank return the step goes back visibly', () => {
    const back = claimAfter([...claimPaths.PAID, 'payoutReturned'])
    expect(status(back).nextZh).toMatch(/^银行退回了这笔款项,申领回到拨付阶段,互助金不会丢失。/)
    expect(status(back).step).toBe(4)
  })
  test('during an appeal the card is asked for without ending it', () => {
    const back = claimAfter([...claimPaths.PAID, 'appeal', 'payoutReturned'])
    expect(status(back, start, payoutAfter([...payoutPaths.RETURNED, 'askAccountAgain']))).toMatchObject({ titleZh: '复核中', tone: 'action', memberActs: true, nextZh: expect.stringContaining('请更新银行卡') })
  })
})

const at = (steps: PayoutStep[], amountFen = 300000) => payoutAfter(steps, newPayout('PY-2026-000001', amountFen, as('SYSTEM')))
test.each<[string, PayoutProgress, string]>([
  ['no C5', { ...at(['accountMissing']), accountCause: 'C5_MISSING' }, '需要您的同意|您还没有同意把收款账户信息提供给合作银行。同意后自动继续拨付,无需换卡。互助金为您保留。|您|请尽快办理,2027年5月22日后由单位工会联系您'],
  ['no card', at(['accountMissing']), '请绑定银行卡|您还没有绑定银行卡。请绑定本人名下的借记卡,绑定后自动继续拨付。互助金为您保留。|您|请尽快办理,2027年5月22日后由单位工会联系您'],
  ['returned', at([...payoutPaths.RETURNED]), '银行退回|款项曾入账,后被银行退回:银行卡已销户。互助金为您保留,请更新银行卡。|您|请尽快办理'],
  ['card asked again', at([...payoutPaths.RETURNED, 'askAccountAgain']), '需要更新银行卡|银行卡已销户。请绑定本人名下的借记卡,绑定后自动继续拨付。互助金为您保留。|您|请尽快办理,2027年5月22日后由单位工会联系您'],
  ['in the batch', at(['accountOk']), '已排队|账户核对无误,等待下一批次拨付。|互助会财务|2026年11月23日批次'],
  ['sent', at(payoutPaths.SENT), '银行处理中|指令已送银行,流水号PY-2026-000001-1。|银行|预计2026年11月24日到账'],
  ['asked again', at(payoutPaths.UNKNOWN), '银行处理中|银行暂未返回结果,正在查询,不会重复付款。|互助会财务|2026年11月23日 16:35再次查询'],
  ['paid', at(payoutPaths.SUCCESS), '已到账|3,000.00元已存入尾号0015的银行卡。|无需操作|到账时间2026年11月24日 11:00'],
])('payout words: %s', (_title, payout, words) => expect(whole(payoutStatus(payout))).toBe(words))

test('every reason code of every transition has words, and those of a decision their clauses', () => {
  for (const row of claimRows) for (const code of row.reasonCodes) expect([row.id, code, isReasonCode(code)]).toEqual([row.id, code, true])
  for (const row of payoutRows) for (const code of row.bankCodes) expect(payoutStatus({ ...payoutAfter(payoutPaths.RETURNED), bankCode: code }).nextZh).not.toMatch(/[{}]/)
  expect(reasonsOf('reject')).toHaveLength(18)
  expect(() => reasonWords('CAP_EXHAUSTED')).toThrow(UnfilledPlaceholder)
  expect(reasonWords('CAP_EXHAUSTED', { cap: '8,000.00' })).toMatchObject({ memberZh: '本保障期限额8,000.00元已全部使用。', clauses: ['P1-2', 'P2-1', 'P3-1'] })
})

test('a new variant in the file needs a line in the table above', () => {
  const states: ClaimState[] = ['REJECTED', 'PAID', 'WITHDRAWN', 'EXPIRED', 'CLOSED']
  expect(claimStates.filter((state) => (claimWords(state).variants ?? []).length > 0)).toEqual(states)
})
