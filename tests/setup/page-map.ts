import type { ComponentType } from 'react'
import AboutPage from '@/packages/account/pages/about'
import AgentsPage from '@/packages/account/pages/agents'
import BankCardPage from '@/packages/account/pages/bank-card'
import ConsentsPage from '@/packages/account/pages/consents'
import MessagesPage from '@/packages/account/pages/messages'
import ProfilePage from '@/packages/account/pages/profile'
import ClaimAmountsPage from '@/packages/claim/pages/amounts'
import ClaimOthersPage from '@/packages/claim/pages/others'
import ClaimEventPage from '@/packages/claim/pages/event'
import ClaimCheckPage from '@/packages/claim/pages/check'
import ClaimDetailPage from '@/packages/claim/pages/detail'
import ClaimAppealPage from '@/packages/claim/pages/appeal'
import ClaimSupplementPage from '@/packages/claim/pages/supplement'
import ClaimPapersPage from '@/packages/claim/pages/papers'
import ClaimReceiptPage from '@/packages/claim/pages/receipt'
import ClaimStartPage from '@/packages/claim/pages/start'
import ClaimStayPage from '@/packages/claim/pages/stay'
import DeskPage from '@/packages/event/pages/desk'
import EntryPage from '@/packages/event/pages/entry'
import RepEventsPage from '@/packages/event/pages/events'
import RepListPage from '@/packages/event/pages/list'
import PosterPage from '@/packages/event/pages/poster'
import QueuePage from '@/packages/event/pages/queue'
import RepScanPage from '@/packages/event/pages/scan'
import CertificatePage from '@/packages/gift/pages/certificate'
import OfferPage from '@/packages/gift/pages/offer'
import OffersPage from '@/packages/gift/pages/offers'
import JoinPage from '@/packages/gift/pages/join'
import OrderPage from '@/packages/gift/pages/order'
import PlanPage from '@/packages/gift/pages/plan'
import PlansPage from '@/packages/gift/pages/plans'
import VerifyPage from '@/packages/gift/pages/verify'
import ScanPage from '@/packages/gift/pages/scan'
import PayoutDetailPage from '@/packages/payout/pages/detail'
import PayoutListPage from '@/packages/payout/pages/list'
import ConsolePage from '@/packages/tester/pages/console'
import CardPage from '@/pages/card'
import ClaimsPage from '@/pages/claims'
import HomePage from '@/pages/home'
import MinePage from '@/pages/mine'
import NotFoundPage from '@/pages/not-found'
import SignInPage from '@/pages/sign-in'
import { routes } from '@/routes'

/** The real page behind each address; routes.test.tsx holds it equal to app.config.ts. */
export const pageMap: Readonly<Record<string, ComponentType>> = {
  [routes.home]: HomePage,
  [routes.card]: CardPage,
  [routes.claims]: ClaimsPage,
  [routes.mine]: MinePage,
  [routes.signIn]: SignInPage,
  [routes.notFound]: NotFoundPage,
  [routes.gifts]: OffersPage,
  [routes.gift]: OfferPage,
  [routes.certificate]: CertificatePage,
  [routes.verify]: VerifyPage,
  [routes.scan]: ScanPage,
  [routes.plans]: PlansPage,
  [routes.plan]: PlanPage,
  [routes.order]: OrderPage,
  [routes.join]: JoinPage,
  [routes.repEvents]: RepEventsPage,
  [routes.repDesk]: DeskPage,
  [routes.repScan]: RepScanPage,
  [routes.repEntry]: EntryPage,
  [routes.repQueue]: QueuePage,
  [routes.repPoster]: PosterPage,
  [routes.repList]: RepListPage,
  [routes.claimStart]: ClaimStartPage,
  [routes.claimOthers]: ClaimOthersPage,
  [routes.agents]: AgentsPage,
  [routes.claimEvent]: ClaimEventPage,
  [routes.claimStay]: ClaimStayPage,
  [routes.claimAmounts]: ClaimAmountsPage,
  [routes.claimPapers]: ClaimPapersPage,
  [routes.claimCheck]: ClaimCheckPage,
  [routes.claimReceipt]: ClaimReceiptPage,
  [routes.claimDetail]: ClaimDetailPage,
  [routes.claimSupplement]: ClaimSupplementPage,
  [routes.claimAppeal]: ClaimAppealPage,
  [routes.payouts]: PayoutListPage,
  [routes.payoutDetail]: PayoutDetailPage,
  [routes.bankCard]: BankCardPage,
  [routes.consents]: ConsentsPage,
  [routes.profile]: ProfilePage,
  [routes.messages]: MessagesPage,
  [routes.about]: AboutPage,
  [routes.tester]: ConsolePage,
}
