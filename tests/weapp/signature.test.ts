import assert from 'node:assert/strict'
import { test } from 'node:test'
import { texts as claim } from '@/packages/claim/texts'
import { aDraft } from '@tests/builders/driver-claims'
import { onPhones } from './stage'

const on = onPhones({ each: true })
const PAGE = 'packages/claim/pages/check/index'
/** As the pad is promised to be drawn: messages a second at most. */
const A_SECOND = 20
const SHORT = 40
const LONG = 200

test('a signature while it is drawn: few messages for many moves, and each only with what is new', async () => {
  const { claimId } = await aDraft(on.backend.core, {}, 'driver')
  const app = await on.signedIn('driver')
  await app.goto(`/${PAGE}?claimId=${claimId}`, 'navigateTo')
  await app.waitText(claim.check.declare)
  const pad = `[aria-label="${claim.sign.pad}"]`
  const sent = async () => (await app.stats()).setData[PAGE] ?? assert.fail('nothing was drawn')
  /** Draws a stroke of so many moves; what it has cost. */
  const drawn = async (moves: number) => {
    const [before, from] = [await sent(), performance.now()]
    await app.draw(pad, [Array.from({ length: moves }, (_, move) => [4 + move, 10 + (move % 50)] as [number, number])])
    const [after, seconds] = [await sent(), (performance.now() - from) / 1000]
    const count = after.count - before.count
    // The last one comes as the finger leaves.
    assert.ok(count <= seconds * A_SECOND + 2, `${count} messages in ${seconds} s`)
    assert.ok(count < moves / 2, `${count} messages for ${moves} moves`)
    return { bytes: after.bytes - before.bytes, count }
  }
  // With the very first one the page itself becomes another: it may be handed in.
  await drawn(SHORT)
  const first = await drawn(SHORT)
  const long = await drawn(LONG)
  const last = await drawn(SHORT)
  // A message holds what is new: neither what else was drawn before, nor the whole of a long stroke again.
  const each = ({ bytes, count }: { bytes: number; count: number }): number => bytes / count
  const figures = JSON.stringify({ first, long, last })
  assert.ok(each(last) <= each(first) * 1.5, figures)
  assert.ok(each(long) <= each(first) * 1.5, figures)
})
