import { maskName } from '@/domain/masking'
import { msOf, toInstant } from '@/domain/dates'
import type { Handler } from '../core'
import { Refusal } from '../rules/refusal'
import { scanWords } from '../rules/scan-verdict'
import { liftStop } from './flow/events/anomaly'
import { eventOf } from './flow/events/rep'
import { randomId } from './random'

export const listRepStops: Handler<'listRepStops'> = async ({ tx }) => {
  const items = []
  for (const { id, ...stop } of await tx.list('repStop')) items.push({ repId: id, repZh: maskName((await tx.get('account', id))?.name ?? ''), ...stop })
  return { items }
}

export const liftRepStop: Handler<'liftRepStop'> = async ({ params, tx }) => {
  if (!(await tx.get('repStop', params.repId))) throw new Refusal('NOT_FOUND')
  await liftStop(tx, params.repId)
  return undefined
}

const SURNAMES = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '蒋']
const CODES = ['ACTIVATED', 'RESERVED', 'ALREADY_DONE', 'GROUP_MISMATCH', 'ALREADY_GIFTED', 'ACTIVATED', 'ACTIVATED']

/** One scan a second before now, newest first in time; whoever is on the list exists nowhere else. */
export const fillEvent: Handler<'fillEvent'> = async ({ body, params, tx, env, now }) => {
  const event = await eventOf(tx, params.eventId)
  const repId = event.repIds[0]
  if (repId === undefined) throw new Refusal('NOT_FOUND')
  for (let at = 0; at < body.count; at += 1) {
    const code = CODES[at % CODES.length] ?? 'ACTIVATED'
    const { light, repZh } = scanWords(code)
    const when = toInstant(msOf(now) - (body.count - at) * 1000)
    await tx.put('scan', {
      id: randomId(env, 'scan'), ownerId: event.id, repId, deviceId: 'made-up', leaseId: null, at: when, scannedAt: when, offline: at % 5 === 0,
      light, code, repZh, memberId: null, nameMasked: `${SURNAMES[at % SURNAMES.length] ?? '陈'}**`, numberEnd: String(at % 10_000).padStart(4, '0'), ticketId: null, signed: false,
    })
  }
  return { made: body.count }
}
