import type { LeadsTo } from '@/contract/schemas/common'
import { withParams } from '@/platform/address'

/** Every page of the app by name. `app.config.ts` lists the same paths; a test compares the two. */
export const routes = {
  home: '/pages/home/index',
  card: '/pages/card/index',
  claims: '/pages/claims/index',
  mine: '/pages/mine/index',
  signIn: '/pages/sign-in/index',
  notFound: '/pages/not-found/index',
  gifts: '/packages/gift/pages/offers/index',
  gift: '/packages/gift/pages/offer/index',
  certificate: '/packages/gift/pages/certificate/index',
  verify: '/packages/gift/pages/verify/index',
  scan: '/packages/gift/pages/scan/index',
  plans: '/packages/gift/pages/plans/index',
  plan: '/packages/gift/pages/plan/index',
  order: '/packages/gift/pages/order/index',
  join: '/packages/gift/pages/join/index',
  repEvents: '/packages/event/pages/events/index',
  repDesk: '/packages/event/pages/desk/index',
  repScan: '/packages/event/pages/scan/index',
  repEntry: '/packages/event/pages/entry/index',
  repQueue: '/packages/event/pages/queue/index',
  repPoster: '/packages/event/pages/poster/index',
  repList: '/packages/event/pages/list/index',
  claimStart: '/packages/claim/pages/start/index',
  claimOthers: '/packages/claim/pages/others/index',
  claimEvent: '/packages/claim/pages/event/index',
  claimStay: '/packages/claim/pages/stay/index',
  claimAmounts: '/packages/claim/pages/amounts/index',
  claimPapers: '/packages/claim/pages/papers/index',
  claimCheck: '/packages/claim/pages/check/index',
  claimReceipt: '/packages/claim/pages/receipt/index',
  claimDetail: '/packages/claim/pages/detail/index',
  claimSupplement: '/packages/claim/pages/supplement/index',
  claimAppeal: '/packages/claim/pages/appeal/index',
  payouts: '/packages/payout/pages/list/index',
  payoutDetail: '/packages/payout/pages/detail/index',
  bankCard: '/packages/account/pages/bank-card/index',
  profile: '/packages/account/pages/profile/index',
  agents: '/packages/account/pages/agents/index',
  consents: '/packages/account/pages/consents/index',
  messages: '/packages/account/pages/messages/index',
  about: '/packages/account/pages/about/index',
  tester: '/packages/tester/pages/console/index',
} as const

export const tabRoutes: readonly string[] = [routes.home, routes.card, routes.claims, routes.mine]

/** Address of what the server points to (`LeadsTo`). */
export function addressOf({ page, id }: LeadsTo): string {
  switch (page) {
    case 'home': return routes.home
    case 'card': return routes.card
    case 'claims': return routes.claims
    case 'mine': return routes.mine
    case 'gifts': return routes.gifts
    case 'gift': return withParams(routes.gift, { campaignId: id ?? '' })
    case 'certificate': return withParams(routes.certificate, { enrolmentId: id ?? '' })
    case 'plan': return withParams(routes.plan, { planId: id ?? '' })
    case 'claimDraft': return withParams(routes.claimPapers, { claimId: id ?? '' })
    case 'claimDetail': return withParams(routes.claimDetail, { claimId: id ?? '' })
    case 'claimSupplement': return withParams(routes.claimSupplement, { claimId: id ?? '' })
    case 'payouts': return routes.payouts
    case 'payoutDetail': return withParams(routes.payoutDetail, { payoutId: id ?? '' })
    case 'bankCard': return routes.bankCard
    case 'consents': return withParams(routes.consents, { consentId: id ?? undefined })
    case 'profile': return routes.profile
    case 'messages': return routes.messages
    case 'join': return routes.join
    default: return page satisfies never
  }
}
