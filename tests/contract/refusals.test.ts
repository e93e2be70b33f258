import type { EndpointName } from '@/contract/endpoints'
import { statusOf, wordsOf, type ErrorCode } from '@/contract/errors'
import { createWorld, type Refusing, type World } from '@tests/builders/world'
import { refusals } from './refusals'
import { names, row } from './table'

type Provoke = (world: World) => Promise<Refusing>
const waysOf = (name: EndpointName): Partial<Record<ErrorCode, Provoke>> => refusals[name]
const pairs = names.flatMap((name) => row(name).errors.map((code) => [name, code] as const))

it('knows a way to every declared error and no other', () => {
  const ways = names.flatMap((name) => Object.keys(waysOf(name)).map((code) => `${name} ${code}`))
  expect(ways.sort()).toEqual(pairs.map(([name, code]) => `${name} ${code}`).sort())
})

it.each(pairs)('%s can answer %s', async (name, code) => {
  const provoke = waysOf(name)[code]
  if (!provoke) throw new Error(`no way to ${name} ${code}`)
  const refused = await provoke(await createWorld())
  expect(refused.name).toBe(name)
  const problem = refused.problem(code)
  expect(problem.status).toBe(statusOf(code))
  // What the member reads: Chinese, whole, without placeholders; more than the general words where the server knows more.
  expect(problem.detail).toMatch(/[\u4e00-\u9fff]/)
  expect(`${problem.detail}${Object.values(problem.fieldErrors).join('')}`).not.toMatch(/[{}]|undefined|null/)
  expect(problem.title).toBe(wordsOf(code))
})
