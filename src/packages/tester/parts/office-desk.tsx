import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { officeTasksQuery } from '@/api/tester'
import { Button, Card, Cell, CellGroup, Facts } from '@/ui'
import type { Console } from '../model/console'
import { texts as t } from '../texts'

/** What a person of the office has to look at beside the claims: another name, data that do not fit. Claims are decided in their own cards. */
export function OfficeDesk({ control }: { control: Console }) {
  const tasks = useQuery(officeTasksQuery()).data?.items
  const open = tasks?.filter(({ choices }) => choices.length > 0)
  return (
    <>
      {open?.map(({ taskId, titleZh, textZh, facts, choices }) => (
        <Card key={taskId} title={titleZh} icon="claim">
          <View className="z-small">{textZh}</View>
          <Facts items={facts.map(({ labelZh, valueZh }) => ({ label: labelZh, value: valueZh }))} />
          {choices.map(({ decision, labelZh }) => <Button key={decision} kind={decision === 'ACCEPT' ? 'secondary' : 'danger'} disabled={control.busy} onPress={() => control.decideTask(taskId, decision)}>{labelZh}</Button>)}
        </Card>
      ))}
      {open?.length === 0 ? <CellGroup title={t.tasks}><Cell title={t.noTasks} /></CellGroup> : null}
    </>
  )
}
