import { formatDateZh, formatInstantZh, localDateOf } from '@/domain/dates'
import { bankNameZh } from '@/domain/bank-bins'
import type { Block } from '../../drawing'
import type { Supplement } from '../../rules/claim-types'
import { limits } from '../../rules/plans'
import { reasonWords } from '../../rules/reasons'
import type { ClaimRecord, PayoutRecord } from '../../store/entities'
import { autoSource } from '../views/after-submission-view'
import { isPaper, paperWords } from '../words/paper-words'
import { supplementValues } from '../words/supplement-words'
import { calculationBlocks, claimFacts, yuan } from './claim-blocks'

const body = (textZh: string): Block => ({ kind: 'text', textZh, indent: true })

/** 核定 or 不予发放, or what an appeal changed: amount, arithmetic, reason, clause, and what the member may do about it. */
export function decisionBlocks(claim: ClaimRecord, { calculation, reasonCode }: NonNullable<ClaimRecord['decision']>): Block[] {
  const { progress } = claim
  const appealed = progress.history[progress.history.length - 1]?.event === 'overturn'
  const sourceZh = autoSource(claim)
  const looked = progress.history.some(({ event }) => event === 'approve' || event === 'reject')
  const matched = sourceZh && (looked ? `根据${sourceZh}核算的互助金，已由工作人员审核完毕。` : `根据${sourceZh}，系统为您主动核算了互助金，您没有提交材料。`)
  const opening = appealed ? `您对申领(受理编号 ${claim.claimNo})提出的复核，已由未参与原审核的人员重新审查。` : matched || `您${claim.submittedAt ? `于${formatInstantZh(claim.submittedAt)}` : ''}提交的申领，已经审核完毕。`
  return [
    body(reasonCode === null ? `${opening}核定如下。` : `${opening}很遗憾，这笔申领不能发放互助金，原因如下。`),
    ...(appealed ? writtenAnswer(claim) : []),
    { kind: 'facts', items: claimFacts(claim) },
    ...(reasonCode === null
      ? [{ kind: 'figure', labelZh: appealed ? '复核后核定互助金' : '核定互助金', valueZh: yuan(calculation.amountFen) } as const, ...calculationBlocks(calculation)]
      : [{ kind: 'heading', textZh: '原因', level: 2 } as const, { kind: 'text', textZh: calculation.reasonZh ?? '' } as const, ...(calculation.clauseZh ? [{ kind: 'heading', textZh: '依据条款', level: 2 } as const, { kind: 'text', textZh: calculation.clauseZh } as const] : [])]),
    { kind: 'heading', textZh: reasonCode === null ? '接下来' : '您可以怎么做', level: 2 },
    ...(reasonCode === null ? [{ kind: 'text', textZh: '互助金存入您本人的借记卡，到账后另行通知。银行、日期和进度可在“掌上办”的发放进度里查看。' } as const] : []),
    ...appealRight(claim),
  ]
}

/** Once, until a day, decided by other people (rule source A: claim-states.json). */
function appealRight({ progress }: ClaimRecord): Block[] {
  if (progress.appealUsed) return [{ kind: 'text', textZh: '本次申领的复核机会已使用。' }]
  const until = progress.appealUntil === null ? '在规定时间内' : `在${formatDateZh(progress.appealUntil)}前`
  return [{ kind: 'text', textZh: `对本决定有异议的，可以${until}在“掌上办”申请复核一次，并补充证明材料。复核由未参与原审核的人员进行，${limits.appealDecisionWorkdays.value}个工作日内书面答复。` }]
}

function writtenAnswer({ statements = [] }: ClaimRecord): Block[] {
  const said = (...events: string[]): string | undefined => [...statements].reverse().find(({ event }) => events.includes(event))?.textZh
  const grounds = said('appeal')
  const answer = said('overturn', 'uphold', 'upholdUnpaid')
  return [
    ...(grounds ? [{ kind: 'heading', textZh: '您的理由', level: 2 } as const, { kind: 'text', textZh: grounds } as const] : []),
    ...(answer ? [{ kind: 'heading', textZh: '答复', level: 2 } as const, { kind: 'text', textZh: answer } as const] : []),
  ]
}

/** The appeal changed nothing: the answer, and what stands. */
export function upheldBlocks(claim: ClaimRecord): Block[] {
  const { decision } = claim
  return [
    body(`您对申领(受理编号 ${claim.claimNo})提出的复核，已由未参与原审核的人员重新审查，决定维持原决定。`),
    ...writtenAnswer(claim),
    { kind: 'facts', items: claimFacts(claim) },
    ...(decision === null ? [] : decision.reasonCode === null ? [{ kind: 'figure', labelZh: '原核定互助金', valueZh: yuan(decision.amountFen) } as const] : [{ kind: 'heading', textZh: '原决定的原因', level: 2 } as const, { kind: 'text', textZh: decision.calculation.reasonZh ?? '' } as const]),
    { kind: 'text', textZh: '本次申领的复核机会已使用。' },
  ]
}

/** One complete list: what, why, how, until when. */
export function supplementBlocks(claim: ClaimRecord, { items, dueOn, round }: Supplement): Block[] {
  return [
    body(`您的申领(受理编号 ${claim.claimNo})还缺下列材料。这是一份完整的清单，请一次补齐；没有的，可以逐项说明原因。`),
    { kind: 'facts', items: claimFacts(claim) },
    { kind: 'figure', labelZh: '请在这一天前补齐', valueZh: formatDateZh(dueOn), noteZh: `第${round}次补充，最多${limits.supplementMaxRounds.value}次；补充期间不计入办理时限` },
    {
      kind: 'table',
      headZh: ['材料', '原因', '怎么补'],
      shares: [2.4, 4, 4],
      rows: items.map(({ doc, code, noteZh = '' }) => {
        const paper = paperWords(isPaper(doc) ? doc : 'OTHER')
        const { memberZh, nextZh } = reasonWords(code, supplementValues(paper, 0))
        return [paper.titleZh, `${memberZh}${noteZh}`, nextZh]
      }),
    },
    { kind: 'text', textZh: '在“掌上办”打开这笔申领，点“去补充”即可拍照上传。' },
  ]
}

/** The money has arrived: how much, where, under which number of the bank. */
export function paidBlocks(claim: ClaimRecord, { amountFen, offsets = [], payoutNo, progress }: PayoutRecord): Block[] {
  const { account, instructionNo, paidAt } = progress
  return [
    body(`您的申领(受理编号 ${claim.claimNo})核定的互助金已经到账。`),
    { kind: 'figure', labelZh: '到账金额', valueZh: yuan(amountFen) },
    {
      kind: 'facts',
      items: [
        ...claimFacts(claim),
        ...(offsets.length > 0 ? [{ labelZh: '核定互助金', valueZh: yuan(offsets.reduce((sum, offset) => sum + offset.amountFen, amountFen)) }] : []),
        ...offsets.map((offset) => ({ labelZh: '抵扣应退回款项', valueZh: `${yuan(offset.amountFen)}(申领${offset.claimNo})` })),
        { labelZh: '发放编号', valueZh: payoutNo },
        ...(account ? [{ labelZh: '收款账户', valueZh: `${bankNameZh(account.issuer)} 尾号${account.last4}` }] : []),
        ...(instructionNo ? [{ labelZh: '银行流水', valueZh: instructionNo }] : []),
        ...(paidAt ? [{ labelZh: '到账日期', valueZh: formatDateZh(localDateOf(paidAt)) }] : []),
      ],
    },
    ...appealRight(claim),
  ]
}
