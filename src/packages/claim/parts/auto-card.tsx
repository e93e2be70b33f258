import type { Claim } from '@/contract/schemas/claim'
import type { AutoMatch } from '@/contract/schemas/claim-actions'
import { go } from '@/platform/navigation'
import { callPhone } from '@/platform/phone'
import { routes } from '@/routes'
import { Button, Card, Cell, CellGroup, Facts, Notice } from '@/ui'
import { doubtAddress } from '../model/addresses'
import type { Answers } from '../model/answers'
import { texts } from '../texts'

const t = texts.auto

/** Where an amount comes from that nobody filled in, and a person a tap away. */
export function AutoCard({ claim, auto, answers }: { claim: Claim; auto: AutoMatch; answers: Answers }) {
  const { sourceZh, ruleZh, clauseZh, formulaZh } = auto
  const { decision } = claim
  // A person has put the data right: the amount that counts comes from the decision below.
  const corrected = decision !== null && decision.filedFen !== undefined && decision.filedFen !== decision.amountFen
  return (
    <>
      <Card title={corrected ? t.correctedTitle : t.title} icon="info">
        <Facts items={[{ label: t.source, value: sourceZh }, { label: t.rule, value: ruleZh }, { label: t.formula, value: formulaZh }, { label: t.clause, value: clauseZh }]} />
        <Doubt claim={claim} answers={answers} />
      </Card>
      <CellGroup>
        <Cell icon="shield" title={t.consents} detail={t.consentsDetail} onPress={() => go(routes.consents)} />
      </CellGroup>
    </>
  )
}

/** Before the payment a person looks at once; afterwards by an appeal whose words are ready; in between there is the telephone. */
function Doubt({ claim: { claimId, actions, status }, answers }: { claim: Claim; answers: Answers }) {
  if (actions.includes('dispute')) return <Button kind="secondary" loading={answers.busy === 'dispute'} onPress={() => answers.dispute('HUMAN')}>{t.doubt}</Button>
  if (actions.includes('appeal')) return <Button kind="secondary" onPress={() => go(doubtAddress(claimId))}>{t.doubt}</Button>
  if (status.state !== 'APPROVED' && status.state !== 'PAYING') return null
  return <Notice action={{ label: t.call, onPress: () => callPhone('12351').catch(() => undefined) }}>{t.doubtLater}</Notice>
}

/** The other answers to it: none of them loses anything. */
export function OtherAnswers({ claim: { actions }, answers }: { claim: Claim; answers: Answers }) {
  const { answer } = texts
  if (!actions.includes('dispute') && !actions.includes('decline')) return null
  return (
    <CellGroup title={t.others}>
      {actions.includes('dispute') ? <Cell icon="edit" title={answer.wrong} detail={answer.wrongDetail} onPress={() => answers.dispute('DATA_WRONG')} /> : null}
      {actions.includes('decline') ? <Cell icon="close" title={answer.decline} detail={answer.declineDetail} onPress={answers.decline} /> : null}
    </CellGroup>
  )
}
