import { fireEvent, screen, waitFor } from '@testing-library/react'
import { texts as claim } from '@/packages/claim/texts'
import { withParams } from '@/platform/navigation'
import { writeStored } from '@/platform/storage'
import { routes } from '@/routes'
import { useDrafts } from '@/state/draft-store'
import { useSession } from '@/state/session-store'
import { makeDays, type Day } from '@tests/builders/days'
import { press } from '@tests/builders/claim-app'
import { dayOf, pageTable, type Made, type PageName } from '@tests/h5/page-table'
import { renderApp, type App } from '@tests/setup/render-app'

/** Whatever is typed, chosen or ticked on any page stands there again after the app was killed; what does not is named here, with the reason. */

const SECRET = 'a secret'
const MOMENT = 'a yes of the moment: given where it is handed in'
const VIEW = 'looks for something and changes nothing'
const TOOL = 'a tool of testers'
const GONE: Partial<Record<PageName, Record<string, string>>> = {
  signIn: { code: SECRET, agree: MOMENT },
  profile: { code: SECRET },
  bankCard: { cardNumber: SECRET },
  claimCheck: { declaration: MOMENT, 'typed-name': MOMENT, 'sign-by-name': MOMENT },
  plans: { words: VIEW },
  repList: { q: VIEW },
  tester: { '': TOOL },
}
const isNamed = (page: PageName, field: string): boolean => Object.keys(GONE[page] ?? {}).some((name) => name === '' || name === field)

/** Rows whose fields have to be asked for. */
const opens: Record<string, () => Promise<void>> = { 'claimSupplement two items': () => press(claim.supplement.noneFor('费用清单')) }

const DEVICE = 'A'.repeat(22)
let days: { seeded: Day; paid: Day }
let made: Made
const seen = new Map<PageName, Set<string>>()

beforeAll(async () => {
  ;({ days, made } = await makeDays())
}, 60_000)

/** Without the prefix of its page's instance. */
const nameOf = (element: Element): string => element.id.replace(/^p\d+-/, '')
const boxes = '[role="main"] input, [role="main"] textarea'
const inputs = (): (HTMLInputElement | HTMLTextAreaElement)[] => [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(boxes)].filter((input) => input.closest('[hidden]') === null)
const groups = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role="main"] [role="radiogroup"]')].filter(({ id }) => id !== '')
const ticks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role="main"] [role="checkbox"]')]
const radios = (group: Element): HTMLElement[] => [...group.querySelectorAll<HTMLElement>('[role="radio"]')]

/** What stands in every field, by its name. */
function standing(): Record<string, string> {
  const found: [string, string][] = [
    ...inputs().map((input): [string, string] => [nameOf(input), input.value]),
    ...groups().map((group): [string, string] => [nameOf(group), radios(group).filter((radio) => radio.getAttribute('aria-checked') === 'true').map(({ textContent }) => textContent ?? '').join()]),
    ...ticks().map((tick): [string, string] => [nameOf(tick), tick.getAttribute('aria-checked') ?? '']),
  ]
  return Object.fromEntries(found)
}

/** Fills in the next field, so that it says something else than before: an answer may bring further ones. False where none is left. */
function fill(done: Set<string>): boolean {
  const fresh = <E extends Element>(elements: E[]): E[] => elements.filter((element) => !done.has(nameOf(element)))
  const [group] = fresh(groups())
  const [tick] = fresh(ticks())
  const [input] = fresh(inputs())
  const next = group ?? tick ?? input
  if (!next) return false
  done.add(nameOf(next))
  if (next === input) fireEvent.change(input, { target: { value: input.type === 'date' ? dayIn(input) : '示例 123' } })
  else if (next === tick) fireEvent.click(tick)
  else {
    const other = radios(next).filter((radio) => radio.getAttribute('aria-checked') !== 'true').pop()
    if (other) fireEvent.click(other)
  }
  return true
}
const dayIn = (input: Element): string => input.getAttribute('max') || input.getAttribute('min') || '2026-11-03'

/** Until nothing more is asked for. */
async function quiet({ server }: App): Promise<void> {
  let before = -1
  while (server.asked.length > before) {
    before = server.asked.length
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}

const OTHER = { accountId: 'other', nameMasked: '', role: 'MEMBER' } as never
/** A killed app has in its memory nothing of what it had. */
function forgetMemory(): void {
  const account = useSession.getState().account
  useDrafts.setState({ forms: {} })
  useSession.setState({ account: account ? null : OTHER })
  useSession.setState({ account })
}

test.each(pageTable.map((row) => [row.page, row.state, row] as const))('%s %s', async (page, _state, row) => {
  writeStored('device-id', 1, DEVICE)
  const at = withParams(routes[page], row.params?.(made) ?? {})
  const app = await renderApp({ ...(row.as && { as: row.as }), at, backend: dayOf(row.as, days) })
  await screen.findByRole('heading', { level: 1 })
  await waitFor(() => expect(screen.queryByText('加载中')).toBeNull())
  await quiet(app)
  await opens[`${page} ${row.state}`]?.()
  const before = standing()
  const done = new Set<string>()
  while (fill(done)) await new Promise((resolve) => setTimeout(resolve))
  await quiet(app)
  const typed = standing()
  seen.set(page, new Set([...(seen.get(page) ?? []), ...done]))
  await app.relaunch(routes.about)
  forgetMemory()
  await app.relaunch(at)
  await screen.findByRole('heading', { level: 1 })
  await waitFor(() => expect(screen.queryByText('加载中')).toBeNull())
  await quiet(app)
  const kept = Object.fromEntries(Object.entries(typed).filter(([field]) => !isNamed(page, field)))
  expect(standing()).toMatchObject(kept)
  // The only answer that there is cannot be another one.
  const single = groups().filter((group) => radios(group).length === 1).map(nameOf)
  for (const field of Object.keys(kept).filter((name) => !single.includes(name))) expect([field, kept[field]]).not.toEqual([field, before[field]])
}, 30_000)

test('fields were found on the pages that have some, and what is named as not kept is there', () => {
  expect([...seen].filter(([, fields]) => fields.size > 0).length).toBeGreaterThan(17)
  const absent = Object.entries(GONE).flatMap(([page, fields]) => Object.keys(fields).filter((field) => field !== '' && !seen.get(page as PageName)?.has(field)).map((field) => `${page}: ${field}`))
  expect(absent).toEqual([])
})
