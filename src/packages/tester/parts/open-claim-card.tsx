import { useState } from 'react'
import type { Decide, OpenClaim } from '@/contract/schemas/tester'
import { Badge, Button, Card, Choice } from '@/ui'
import type { Console } from '../model/console'
import { CorrectClaim } from './correct-claim'
import { askedPapers, rejectReasons, texts as t } from '../texts'

const reasons = rejectReasons.map(({ code, label }) => ({ value: code, label }))
type Reason = (typeof rejectReasons)[number]['code']
interface DecisionProps {
  claim: OpenClaim
  control: Console
}

/** Decides one claim as the people of the office would whose turn it is. */
export function OpenClaimCard({ claim, control }: DecisionProps) {
  return (
    <Card title={t.claim(claim.claimNo, claim.ownerZh)} extra={<Badge tone="info">{claim.stateZh}</Badge>}>
      <Acts claim={claim} control={control} />
    </Card>
  )
}

/** By whose turn it is. */
function Acts({ claim, control }: DecisionProps) {
  switch (claim.state) {
    case 'APPEALING':
      return <AppealDecision claim={claim} control={control} />
    case 'PAID':
      return <Act claim={claim} control={control} label={t.recover} order={{ decision: 'RECOVER', reasonCode: 'OVERPAID' }} />
    case 'RECOVERING':
      return <Act claim={claim} control={control} label={t.recovered} order={{ decision: 'RECOVERED' }} />
    case 'INVESTIGATING':
      return <Act claim={claim} control={control} label={t.investigated} order={{ decision: 'INVESTIGATED' }} />
    case 'UNION_CHECK':
      return (
        <>
          <Act claim={claim} control={control} label={t.endorse} order={{ decision: 'ENDORSE' }} />
          <Review claim={claim} control={control} />
        </>
      )
    case 'REVIEWING':
      return (
        <>
          <Review claim={claim} control={control} />
          <Act claim={claim} control={control} label={t.investigate} order={{ decision: 'INVESTIGATE' }} />
        </>
      )
    default:
      return <Review claim={claim} control={control} />
  }
}

function Act({ claim, control, label, order }: DecisionProps & { label: string; order: Decide }) {
  return <Button kind="secondary" label={t.labelFor(label, claim.claimNo)} disabled={control.busy} onPress={() => control.decideClaim(claim, order)}>{label}</Button>
}

/** The two reviewers. */
function Review({ claim, control }: DecisionProps) {
  const [rejecting, setRejecting] = useState(false)
  const [reason, setReason] = useState<Reason>()
  const [missing, setMissing] = useState(false)
  const reject = () => {
    if (!rejecting) return setRejecting(true)
    setMissing(!reason)
    return reason ? control.decideClaim(claim, { decision: 'REJECT', reasonCode: reason }) : undefined
  }
  return (
    <>
      <Button kind="secondary" label={t.labelFor(t.approve, claim.claimNo)} disabled={control.busy} onPress={() => control.decideClaim(claim, { decision: 'APPROVE' })}>{t.approve}</Button>
      <CorrectClaim claim={claim} control={control} />
      <Button kind="secondary" label={t.labelFor(t.requestMore, claim.claimNo)} disabled={control.busy} onPress={() => control.decideClaim(claim, { decision: 'REQUEST_MORE', items: [...askedPapers] })}>{t.requestMore}</Button>
      {rejecting ? <Choice id={`reason-${claim.claimId}`} label={t.reason} options={reasons} value={reason} onChange={setReason} error={missing && !reason ? t.reasonFirst : undefined} /> : null}
      <Button kind="danger" label={t.labelFor(t.reject, claim.claimNo)} disabled={control.busy} onPress={reject}>{t.reject}</Button>
    </>
  )
}

/** Somebody who took no part in the decision. */
function AppealDecision({ claim, control }: DecisionProps) {
  return (
    <>
      <Button kind="secondary" label={t.labelFor(t.overturn, claim.claimNo)} disabled={control.busy} onPress={() => control.decideClaim(claim, { decision: 'OVERTURN' })}>{t.overturn}</Button>
      <Button kind="secondary" label={t.labelFor(t.uphold, claim.claimNo)} disabled={control.busy} onPress={() => control.decideClaim(claim, { decision: 'UPHOLD' })}>{t.uphold}</Button>
    </>
  )
}
