import type { Decide } from '@/contract/schemas/tester'
import { addDays, localDateOf } from '@/domain/dates'
import type { Actor } from '../../../rules/actors'
import { receivedFen } from '../../../rules/claim-guards'
import { limits } from '../../../rules/plans'
import { hasKind, isReasonCode, reasonsOf } from '../../../rules/reasons'
import { Refusal } from '../../../rules/refusal'
import type { ClaimRecord } from '../../../store/entities'
import { isRecordQueryGranted } from '../../guards'
import { isDiagnosed } from './claim-covers'
import { moveClaim } from './claim-flow'
import type { FlowContext } from '../context'
import { FIRST_REVIEWER, SECOND_REVIEWER } from './decide'
import { spokenFor } from '../payouts/offsets'
import { payBackOffsets } from '../payouts/payout-flow'

const FINANCE: Actor = { role: 'FINANCE', ref: 'finance' }

/** Somebody goes and asks (T22), and comes back with what they found (T23); of a hospital's records only with C4. */
export async function investigate(context: FlowContext, claim: ClaimRecord, { decision, reasonZh }: Decide): Promise<ClaimRecord> {
  if (decision === 'INVESTIGATED') return moveClaim(context, claim, { type: 'investigated', findingZh: reasonZh ?? '已向医院核实，与材料一致。' }, FIRST_REVIEWER)
  const medicalRecords = isDiagnosed(claim.cause)
  return moveClaim(context, claim, { type: 'investigate', questionZh: reasonZh ?? '核实住院和诊断情况。', medicalRecords, c4Granted: await isRecordQueryGranted(context.tx, claim) }, FIRST_REVIEWER)
}

/** Money is to come back (T39, two people), and has (T40, finance). @throws VALIDATION_FAILED without a reason of that kind */
export async function recover(context: FlowContext, claim: ClaimRecord, { decision, reasonCode = 'OVERPAID', amountFen }: Decide): Promise<ClaimRecord> {
  if (decision === 'RECOVERED') {
    if (spokenFor(claim) > 0) throw new Refusal('CLAIM_STATE_CONFLICT', '这笔款项正从一笔拨付中抵扣，到账后自动结清；要提前办结，请先取消那笔拨付。')
    return moveClaim(context, claim, { type: 'recovered' }, FINANCE)
  }
  if (!isReasonCode(reasonCode) || !hasKind(reasonCode, 'recover')) throw new Refusal('VALIDATION_FAILED', undefined, { '/reasonCode': `退回必须写明原因，可用的代码：${reasonsOf('recover').join('、')}。` })
  const dueOn = addDays(localDateOf(context.now), limits.supplementDays.value)
  const recovering = await moveClaim(context, claim, { type: 'recover', amountFen: amountFen ?? receivedFen(claim.progress), reasonCode, dueOn, secondRef: SECOND_REVIEWER }, FIRST_REVIEWER)
  // For a second time, after money of this claim came back: less may be owed than payouts on their way still take for it.
  await payBackOffsets(context, recovering)
  return recovering
}
