import type { Claim } from '@/contract/schemas/claim'
import type { AutoMatch } from '@/contract/schemas/claim-actions'
import { Card, Cell, CellGroup, Facts } from '@/ui'
import type { Answers } from '../model/answers'
import { texts } from '../texts'

const t = texts.auto

/** Where an amount comes from that nobody filled in. */
export function AutoCard({ auto: { sourceZh, ruleZh, clauseZh, formulaZh } }: { auto: AutoMatch }) {
  return (
    <Card title={t.title} icon="info">
      <Facts items={[{ label: t.source, value: sourceZh }, { label: t.rule, value: ruleZh }, { label: t.clause, value: clauseZh }, { label: t.formula, value: formulaZh }]} />
    </Card>
  )
}

/** The other answers to it: none of them loses anything. */
export function OtherAnswers({ claim: { actions }, answers }: { claim: Claim; answers: Answers }) {
  const { answer } = texts
  if (!actions.includes('dispute') && !actions.includes('decline')) return null
  return (
    <CellGroup title={t.others}>
      {actions.includes('dispute') ? <Cell icon="edit" title={answer.wrong} detail={answer.wrongDetail} onPress={() => answers.dispute('DATA_WRONG')} /> : null}
      {actions.includes('dispute') ? <Cell icon="mine" title={answer.human} detail={answer.humanDetail} onPress={() => answers.dispute('HUMAN')} /> : null}
      {actions.includes('decline') ? <Cell icon="close" title={answer.decline} detail={answer.declineDetail} onPress={answers.decline} /> : null}
    </CellGroup>
  )
}
