import { useState } from 'react'
import { View } from '@tarojs/components'
import { addDays, localDateOf } from '@/domain/dates'
import { Button, Card, DateField } from '@/ui'
import type { Console } from '../model/console'
import { texts as t } from '../texts'

const STEPS = [1, 7, 30]

/** The server's time, and ways to let it pass. Whatever falls due on the way happens. */
export function ClockCard({ now, control }: { now: string; control: Console }) {
  const [date, setDate] = useState('')
  const [missing, setMissing] = useState(false)
  const toDate = () => {
    setMissing(date === '')
    return date === '' ? undefined : control.moveClock({ to: `${date}T10:00:00+08:00` })
  }
  return (
    <Card title={t.clock} icon="clock">
      <View className="z-strong z-stack">{t.now(now)}</View>
      {STEPS.map((days) => (
        <Button key={days} kind="secondary" disabled={control.busy} onPress={() => control.moveClock({ advanceDays: days })}>{t.ahead(days)}</Button>
      ))}
      <DateField id="to-date" label={t.toDate} hint={t.toDateHint} required={false} value={date} onChange={setDate} min={addDays(localDateOf(now), 1)} error={missing ? t.dateMissing : undefined} />
      <Button kind="secondary" disabled={control.busy} onPress={toDate}>{t.go}</Button>
    </Card>
  )
}
