import type { Handler, HandlerContext } from '../core'
import { Refusal } from '../rules/refusal'
import type { CampaignRecord } from '../store/entities'
import { readGiftFacts } from './flow/gift-facts'
import { isOffered, offerDetailView, offerView } from './views/gift-view'

export const listGiftOffers: Handler<'listGiftOffers'> = async ({ account, tx, now, today }) => {
  const facts = await readGiftFacts(tx, account, today)
  const offered = (await tx.list('campaign')).filter((campaign) => isOffered(campaign, facts, now))
  const order = { AVAILABLE: 0, TAKEN: 1, NOT_ELIGIBLE: 2 }
  return { items: offered.map((campaign) => offerView(campaign, facts, now)).sort((a, b) => order[a.state] - order[b.state]) }
}

export const getGiftOffer: Handler<'getGiftOffer'> = async ({ account, params, tx, now, today }) => {
  const campaign = await campaignOf(tx, params.campaignId)
  return offerDetailView(campaign, await readGiftFacts(tx, account, today), await tx.list('consent', account.id), now)
}

export const resolveGiftCode: Handler<'resolveGiftCode'> = async ({ params, tx }) => {
  const campaign = (await tx.list('campaign')).find(({ posterCodes }) => posterCodes.includes(params.code))
  if (!campaign) throw new Refusal('CODE_INVALID')
  return { campaignId: campaign.id }
}

async function campaignOf(tx: HandlerContext<'getGiftOffer'>['tx'], campaignId: string): Promise<CampaignRecord> {
  const campaign = await tx.get('campaign', campaignId)
  if (!campaign) throw new Refusal('NOT_FOUND')
  return campaign
}
