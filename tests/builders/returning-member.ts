import type { PageText } from '@mock/partners/recognition'
import type { Store } from '@mock/store/store'
import { aSubmittedClaim } from './driver-claims'
import { grant, GOOD_CARD } from './golden-claims'
import { goldenBill, pageOf } from './paper-text'
import type { People } from './people'
import type { Core } from '@mock/core'

/** Persona driver, who has claimed before: consents and a verified card are there, the ID card is known. */
export const RETURNING = 'driver'
/** Past the stay that the papers speak of. */
export const AFTER_STAY = '2026-12-31T09:00:00+08:00'

/** What a clear photo of any paper of that stay says, with the member's name on it. */
export async function paperOf(store: Store): Promise<PageText> {
  const name = (await store.transact((tx) => tx.get('account', RETURNING)))?.name ?? ''
  return pageOf(goldenBill.map((line) => ({ ...line, text: line.text.replace('陈某某', name) })))
}

/** What the member types where nothing was read: by label, as the papers say. */
export const stayOfPapers = { hospital: '示例区第一人民医院', admittedOn: '2026-12-24', dischargedOn: '2026-12-30' }
export const amountsOfPapers = { total: '37000', pooled: '27000', selfPay: '10000', outOfScope: '0', invoiceCode: '44990026', invoiceNumber: '0000000001' }

/** The member as they are before they open the app: one claim handed in long ago, a card that takes money, the stay behind them. */
export async function returns(people: People & { core: Core }): Promise<void> {
  await aSubmittedClaim(people.core)
  for (const consent of ['C3', 'C5'] as const) await grant(people, RETURNING, consent)
  ;(await (await people.as(RETURNING))('putBankAccount', { body: { cardNumber: GOOD_CARD } })).ok()
  await people.move(AFTER_STAY)
}
