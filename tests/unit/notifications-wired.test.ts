import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import claimStates from '@mock/rules/data/claim-states.json'
import data from '@mock/rules/data/notifications.json'
import payoutStates from '@mock/rules/data/payout-states.json'

const root = path.join(__dirname, '../..')
const files = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(`${folder}/${entry.name}`) : entry.name.endsWith('.ts') ? [`${folder}/${entry.name}`] : []))
const text = (names: readonly string[]): string => names.map((name) => readFileSync(path.join(root, name), 'utf8')).join('\n')
/** What moves records; the machines themselves name every event and prove nothing. */
const flows = text([...files('mock/handlers'), 'mock/rules/claim-timers.ts', 'mock/rules/payout-timers.ts', 'mock/rules/payout-machine.ts'])
const reminders = text(['mock/handlers/flow/reminders.ts', 'mock/rules/notifications.ts'])

const events = new Map([...claimStates.transitions, ...payoutStates.transitions].map(({ id, event }) => [id, event]))
interface On {
  events?: string[]
  flag?: string
  deadline?: string
}

/** What of a message's triggers no flow ever pulls. */
function silentTriggers({ events: ids = [], flag, deadline }: On): string[] {
  const named = (word: string): boolean => flows.includes(`'${word}'`)
  return [
    ...ids.filter((id) => !named(events.get(id) ?? id)),
    ...(flag !== undefined && !named(flag) ? [flag] : []),
    ...(deadline !== undefined && !new RegExp(`\\b${deadline}\\b`).test(reminders) ? [deadline] : []),
  ]
}

test.each(data.notifications.map(({ id, on }) => [id, on] as const))('%s is sent by some flow', (_, on) => {
  expect(silentTriggers(on)).toEqual([])
})

test('every transition of both machines has a message or a reason for none', () => {
  const told = new Set([...data.notifications.flatMap(({ on }: { on: On }) => on.events ?? []), ...Object.keys(data.silent)])
  expect([...events.keys()].filter((id) => !told.has(id))).toEqual([])
})
