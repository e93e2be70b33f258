import assert from 'node:assert/strict'
import { test } from 'node:test'
import { texts as claim } from '@/packages/claim/texts'
import { aDraft } from '@tests/builders/driver-claims'
import { onPhones } from './stage'

const on = onPhones({ each: true })
const PAGE = 'packages/claim/pages/check/index'
const STROKES = 12
const MOVES = 40

test('a signature while it is drawn: few messages for many moves, and each only with what is new', async () => {
  const { claimId } = await aDraft(on.backend.core, {}, 'driver')
  const app = await on.signedIn('driver')
  await app.goto(`/${PAGE}?claimId=${claimId}`, 'navigateTo')
  await app.waitText(claim.check.declare)
  const pad = `[aria-label="${claim.sign.pad}"]`
  const sent = async () => (await app.stats()).setData[PAGE] ?? assert.fail('nothing was drawn')
  const stroke = (at: number): [number, number][] => Array.from({ length: MOVES }, (_, move) => [4 + move * 6, 10 + at * 8 + (move % 5)])
  const bytes: number[] = []
  const before = await sent()
  for (let at = 0; at < STROKES; at += 1) {
    const { bytes: until } = await sent()
    await app.draw(pad, [stroke(at)])
    bytes.push((await sent()).bytes - until)
  }
  const { count } = await sent()
  assert.ok(count - before.count <= (STROKES * MOVES) / 10, `${count - before.count} messages for ${STROKES * MOVES} moves`)
  // The last stroke costs what the second did: those before it are not sent again.
  const [, second = 0] = bytes
  const last = bytes[bytes.length - 1] ?? Infinity
  assert.ok(second > 0 && last <= second * 1.5, bytes.join(' '))
})
