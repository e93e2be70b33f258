import fc from 'fast-check'
import nacl from 'tweetnacl'
import { Day, mustHold, type End } from '../event-simulation'

/** The six certificates are signed once and read thousands of times: what a signature came to is remembered. */
const verified = new Map<string, boolean>()
const verify = nacl.sign.detached.verify
beforeAll(() => {
  nacl.sign.detached.verify = (message, signature, key) => {
    const name = Buffer.concat([message, signature, key]).toString('latin1')
    const known = verified.get(name) ?? verify(message, signature, key)
    verified.set(name, known)
    return known
  }
})
afterAll(() => {
  nacl.sign.detached.verify = verify
})

const AGES = [0, 20_000, 100_000, 310_000]
const rep = fc.nat(2)
const worker = fc.nat(5)
const line = fc.constantFrom('good' as const, 'good' as const, 'lost before' as const, 'lost after' as const)

/** What can happen at an event, as data: a failing day prints as a list that can be read. */
const happening = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('scan' as const), rep, worker, age: fc.constantFrom(...AGES), signed: fc.boolean(), line }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('replay' as const), rep, back: fc.nat(2), line }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('flip' as const), rep }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), rep }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clock' as const), rep, byMs: fc.constantFrom(-3_600_000, -120_000, 0, 120_000, 3_600_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('draw' as const), rep, size: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('return' as const), rep }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('confirm' as const), worker }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), // Now and then a day and a half: the event is over, and its leases with it.
    seconds: fc.constantFrom(4, 60, 400, 4, 60, 400, 4, 60, 400, 130_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('send twice' as const), rep }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lose' as const), rep }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

async function play(day: Day, what: Happening): Promise<void> {
  switch (what.do) {
    case 'scan':
      return day.scan(day.rep(what.rep), day.codeOf(what.worker, what.age), what.age, what.signed, what.line)
    case 'replay': {
      const code = day.codes[day.codes.length - 1 - what.back]
      return code === undefined ? undefined : day.scan(day.rep(what.rep), code, 0, false, what.line)
    }
    case 'flip':
      return day.flip(day.rep(what.rep))
    case 'kill':
      return day.kill(day.rep(what.rep))
    case 'clock':
      day.rep(what.rep).clockMs = what.byMs
      return undefined
    case 'draw':
      return day.draw(day.rep(what.rep), what.size)
    case 'return':
      return day.giveBack(day.rep(what.rep))
    case 'confirm':
      return day.confirm(what.worker)
    case 'wait':
      return day.wait(what.seconds)
    case 'send twice':
      return day.rep(what.rep).online ? day.sync(day.rep(what.rep), true) : undefined
    case 'lose':
      return day.lose(day.rep(what.rep))
  }
}

it('three reps, anything that can happen: the quota holds at every step, every scan ends with a reason, none vanishes', async () => {
  const seen = new Map<string, number>()
  const started = performance.now()
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 7 }), fc.array(happening, { minLength: 4, maxLength: 16 }), async (quota, happenings) => {
      const day = await Day.begin(quota)
      // In the morning, as far as the places go.
      for (const phone of day.reps) await day.draw(phone, 2)
      for (const what of happenings) {
        await play(day, what)
        await mustHold(day)
      }
      // Everybody comes up from the basement.
      for (const phone of day.reps) {
        phone.online = true
        await day.sync(phone, true)
      }
      await mustHold(day)
      expect(day.reps.flatMap(({ queue }) => queue)).toEqual([])
      expect(day.ends.size).toBe(day.scans)
      for (const end of day.ends.values()) {
        expect(end.words).toMatch(/[\u4e00-\u9fff]/)
        seen.set(nameOf(end), (seen.get(nameOf(end)) ?? 0) + 1)
      }
      // Every request that the server took is in the audit, once for each key.
      expect((await day.store.transact((tx) => tx.list('scan'))).length).toBe(day.sent)
    }),
    { numRuns: 500 },
  )
  console.info(`500 days in ${Math.round((performance.now() - started) / 1000)} s: ${[...seen].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${code} ${count}`).join(', ')}`)
  // A simulation in which nothing is refused, or nothing accepted, would hold anything.
  for (const code of ['RESERVED', 'ACTIVATED', 'ALREADY_DONE', 'CLOCK_SKEW', 'CLOCK_WRONG', 'QUOTA_EXHAUSTED', 'GROUP_MISMATCH', 'RETIRED', 'CODE_USED', 'LEASE_REVOKED', 'SCAN_TOO_FAST']) expect([...seen.keys()]).toContain(code)
}, 240_000)

const nameOf = ({ code }: End): string => code
