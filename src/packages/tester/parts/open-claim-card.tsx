import { useState } from 'react'
import type { OpenClaim } from '@/contract/schemas/tester'
import { Badge, Button, Card, Choice } from '@/ui'
import type { Console } from '../model/console'
import { rejectReasons, texts as t } from '../texts'

const reasons = rejectReasons.map(({ code, label }) => ({ value: code, label }))
type Reason = (typeof rejectReasons)[number]['code']

/** Decides one claim as the two reviewers would. */
export function OpenClaimCard({ claim, control }: { claim: OpenClaim; control: Console }) {
  const [rejecting, setRejecting] = useState(false)
  const [reason, setReason] = useState<Reason>()
  const [missing, setMissing] = useState(false)
  const reject = (): void => {
    if (!rejecting) return setRejecting(true)
    setMissing(!reason)
    if (reason) void control.decideClaim(claim, { decision: 'REJECT', reasonCode: reason })
  }
  return (
    <Card title={t.claim(claim.claimNo, claim.ownerZh)} extra={<Badge tone="info">{claim.stateZh}</Badge>}>
      <Button kind="secondary" label={t.approveLabel(claim.claimNo)} disabled={control.busy} onPress={() => void control.decideClaim(claim, { decision: 'APPROVE' })}>{t.approve}</Button>
      {rejecting ? <Choice id={`reason-${claim.claimId}`} label={t.reason} options={reasons} value={reason} onChange={setReason} error={missing && !reason ? t.reasonFirst : undefined} /> : null}
      <Button kind="danger" label={t.rejectLabel(claim.claimNo)} disabled={control.busy} onPress={reject}>{t.reject}</Button>
    </Card>
  )
}
