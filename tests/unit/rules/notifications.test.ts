import data from '@mock/rules/data/notifications.json'
import { applyClaim } from '@mock/rules/claim-machine'
import { claimRows } from '@mock/rules/claim-table'
import { claimStates, type ClaimProgress } from '@mock/rules/claim-types'
import { claimDates, notificationFor, payoutDates, remindersFor, type NotificationFacts } from '@mock/rules/notifications'
import { applyPayout } from '@mock/rules/payout-machine'
import { payoutRows } from '@mock/rules/payout-table'
import { payoutStates, type PayoutProgress } from '@mock/rules/payout-types'
import { UnfilledPlaceholder } from '@mock/rules/template'
import { claimAfter, claimContext, claimEvents, claimEventTypes, claimPaths, payoutAfter, payoutContext, payoutEvents, payoutEventTypes, payoutPaths, start } from './kit'

const factsOf = (progress: ClaimProgress, payout: PayoutProgress = payoutAfter(payoutPaths.SENT)): NotificationFacts => ({
  now: start,
  claim: { progress, claimNo: '2026112300001' },
  payout,
  values: { agentNameMasked: '潘*', causeZh: '决定已更换' },
})

/** The claim after each transition, from the first state that the table lists. */
const afterClaim = (id: string): ClaimProgress | null => {
  const row = claimRows.find((candidate) => candidate.id === id)
  const type = claimEventTypes.find((candidate) => candidate === row?.event)
  if (!row || !type) throw new Error(`no transition ${id}`)
  const from = claimStates.find((state) => state === row.from[0])
  const before = type === 'upholdUnpaid' ? claimAfter([...claimPaths.PAID, 'appeal', 'payoutReturned']) : from ? claimAfter(claimPaths[from]) : null
  return applyClaim(before, claimEvents[type], claimContext(before, type)).claim
}
const afterPayout = (id: string): PayoutProgress => {
  const row = payoutRows.find((candidate) => candidate.id === id)
  const type = payoutEventTypes.find((candidate) => candidate === row?.event)
  const from = payoutStates.find((state) => state === row?.from[0])
  if (!type || !from) throw new Error(`no transition ${id}`)
  const before = payoutAfter(payoutPaths[from])
  const ready = { changesOver: { changes: 3 }, grantC5: { accountCause: 'C5_MISSING' as const }, retriesOver: { retries: 3 }, queryOver: { queries: 3 } }
  const fitted = { ...before, ...(type in ready ? ready[type as keyof typeof ready] : {}) }
  return applyPayout(fitted, payoutEvents[type], payoutContext(fitted, type)).payout
}

test.each(claimRows.map((row) => row.id))('%s: one message without gaps, or silence on purpose', (id) => {
  const claim = afterClaim(id)
  const payout = payoutAfter(id === 'T36' ? payoutPaths.RETURNED : payoutPaths.SENT)
  const message = notificationFor(id, claim ? factsOf(claim, payout) : { now: start })
  if (message === null) return void expect(Object.keys(data.silent)).toContain(id)
  expect(`${message.titleZh}${message.textZh}`).not.toMatch(/[{}]|undefined|null/)
  expect(Object.keys(data.leadsToZh)).toContain(message.leadsTo)
})

test.each(payoutRows.map((row) => row.id))('%s: one message without gaps, or silence on purpose', (id) => {
  const message = notificationFor(id, factsOf(claimAfter(claimPaths.PAYING), afterPayout(id)))
  if (message === null) return void expect(Object.keys(data.silent)).toContain(id)
  expect(`${message.titleZh}${message.textZh}`).not.toMatch(/[{}]|undefined|null/)
})

const approved = claimAfter(claimPaths.APPROVED)
test.each<[string, NotificationFacts, string, string]>([
  ['T20', factsOf(approved), 'claim.approved', '核定互助金8,000.00元,正在安排拨付。计算过程见申领详情,如不同意可在2027年1月22日前申请复核。'],
  ['T09', { ...factsOf(claimAfter(claimPaths.SUBMITTED)), byAgent: true }, 'claim.submittedByAgent', '潘*已代您提交申领2026112300001,可随时查看或收回授权。'],
  ['T09', factsOf(claimAfter(claimPaths.SUBMITTED)), 'claim.submitted', '材料已全部收到,受理编号2026112300001。预计2026年11月26日前审核完成。'],
  ['T25', factsOf(claimAfter(claimPaths.REJECTED)), 'claim.rejected', '申领2026112300001未通过:处于免责期。可查看条款和说明,2027年1月22日前可申请复核。'],
  ['T31', factsOf(claimAfter([...claimPaths.PAID, 'appeal', 'overturn'])), 'claim.appealWon', '复核核定互助金9,000.00元,应补付1,000.00元,正在安排拨付。'],
  ['T43', factsOf(claimAfter(['prefill'])), 'claim.prefilled', '本次核算超过免审上限5,000.00元,需要人工审核。已为您备好申领草稿,请核对后提交。'],
  ['T11', factsOf(claimAfter(claimPaths.EXPIRED)), 'claim.expired', '申领2026112300001未在期限内处理,已停止。可重新启用一次。'],
  ['T27', factsOf(claimAfter(['create', 'idle', 'reopen', 'submit', 'route', 'pass', 'requestMore', 'supplementTimeout'])), 'claim.expired', '申领2026112300001未在期限内处理,已停止。可重新申领。'],
  ['T33', factsOf(claimAfter(claimPaths.PAYING), payoutAfter(['accountOk'])), 'payout.created', '互助金3,000.00元正在安排拨付,预计2026年11月24日到账,以实际到账为准。'],
  ['Y02', factsOf(approved, payoutAfter(['accountMissing'])), 'payout.accountRequired', '您还没有绑定银行卡。请绑定本人名下的借记卡,互助金3,000.00元为您保留。'],
  ['Y02', factsOf(approved, { ...payoutAfter(['accountMissing']), accountCause: 'C5_MISSING' }), 'payout.c5Required', '您还没有同意把收款账户信息提供给合作银行。同意后自动继续拨付,互助金3,000.00元为您保留。'],
  ['Y11', factsOf(approved, payoutAfter(payoutPaths.SUCCESS)), 'payout.paid', '互助金3,000.00元已存入尾号0015的银行卡。'],
  ['Y11', { ...factsOf(approved, payoutAfter(payoutPaths.SUCCESS)), toAgent: true }, 'payout.paid', '互助金已存入银行卡。'],
  ['Y18', factsOf(claimAfter([...claimPaths.PAID, 'appeal', 'payoutReturned']), payoutAfter(payoutPaths.RETURNED)), 'payout.returned', '款项被银行退回:银行卡已销户。互助金3,000.00元为您保留,请更新银行卡。复核结束后继续拨付。'],
  ['WAITLISTED', { now: start, values: { campaignName: '赠送', position: '3' } }, 'gift.waitlisted', '已加入赠送候补,当前第3位,有名额时通知您。'],
  ['K03', { now: start, values: { planName: '工会二次医保', effectiveOn: '2026年11月24日', endsOn: '2027年11月23日' } }, 'gift.activated', '工会二次医保领取成功,保障自2026年11月24日零时起生效,至2027年11月23日二十四时止。'],
])('%s says', (key, facts, id, textZh) => expect(notificationFor(key, facts)).toMatchObject({ id, textZh }))

test('nobody is asked to confirm what the standing instruction has confirmed', () => {
  expect(notificationFor('T02', { ...factsOf(claimAfter(['match'])), noAnswerNeeded: true })).toBeNull()
})
test('a gap is an error, and so is an event that the file does not know', () => {
  expect(() => notificationFor('K03', { now: start })).toThrow(UnfilledPlaceholder)
  expect(() => notificationFor('T44', { now: start })).toThrow('T44')
})

test('reminders at 09:00, only while the state holds', () => {
  expect(remindersFor('AUTO_MATCHED', claimDates(claimAfter(['match']))).map((reminder) => reminder.at)).toEqual(['2026-11-26T09:00:00+08:00', '2026-11-30T09:00:00+08:00', '2026-12-07T09:00:00+08:00'])
  expect(remindersFor('SUPPLEMENT', claimDates(claimAfter(claimPaths.SUPPLEMENT)))).toEqual([
    { id: 'claim.supplementReminder', at: '2026-12-09T09:00:00+08:00' },
    { id: 'claim.supplementReminder', at: '2026-12-16T09:00:00+08:00' },
    { id: 'claim.supplementReminder', at: '2026-12-22T09:00:00+08:00' },
  ])
  expect(remindersFor('REVIEWING', claimDates(claimAfter(['match'])))).toEqual([])
  expect(remindersFor('UNKNOWN', payoutDates(payoutAfter(payoutPaths.UNKNOWN)))).toEqual([{ id: 'payout.overdue', at: '2026-11-25T09:00:00+08:00' }])
  expect(remindersFor(null, { endsOn: '2026-12-31' }).filter((reminder) => reminder.id === 'coverage.renewal').map((reminder) => reminder.at)).toEqual(['2026-12-01T09:00:00+08:00', '2026-12-24T09:00:00+08:00'])
})
