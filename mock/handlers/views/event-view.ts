import type { EventKit, Light, RepEvent, RepEventDetail, RepLease } from '@/contract/schemas/event'
import { formatDateZh, localDateOf, type Instant } from '@/domain/dates'
import { planInfo } from '../../rules/plans'
import { allScanCodes, scanWords } from '../../rules/scan-verdict'
import type { CampaignRecord, EventRecord, LeaseRecord, ScanRecord } from '../../store/entities'
import { giftTerms } from '../flow/gifts/gift-facts'
import { placesLeft } from '../flow/gifts/places'
import { latestOfEach, servedBy } from '../flow/events/rep'
import { newestFirst } from '../paging'
import { consentTexts } from '../words/consent-texts'
import { planWords, waitingWords } from '../words/plan-words'
import { quotaWords } from './gift-view'

export function eventView(event: EventRecord, campaign: CampaignRecord, doneToday: number, now: Instant): RepEvent {
  const state = now < event.opensAt ? 'UPCOMING' : now > event.closesAt ? 'CLOSED' : 'OPEN'
  return {
    eventId: event.id,
    campaignId: campaign.id,
    nameZh: campaign.nameZh,
    placeZh: event.placeZh,
    planNameZh: planInfo(campaign.planId).nameZh,
    opensAt: event.opensAt,
    closesAt: event.closesAt,
    state,
    stateZh: { UPCOMING: '未开始', OPEN: '进行中', CLOSED: '已结束' }[state],
    doneToday,
  }
}

export const leaseView = ({ id, eventId, size, used, expiresAt, state }: LeaseRecord): RepLease => ({ leaseId: id, eventId, size, left: state === 'LIVE' ? size - used : 0, expiresAt, state })

export interface Desk {
  event: EventRecord
  campaign: CampaignRecord
  scans: readonly ScanRecord[]
  lease: LeaseRecord | undefined
  repId: string
  unconfirmed: number
  waiting: number
  deviceBound: boolean
}

export function deskView({ event, campaign, scans, lease, repId, unconfirmed, waiting, deviceBound }: Desk, now: Instant): RepEventDetail {
  const left = placesLeft(campaign)
  const figures = figuresOf(latestOfEach(newestFirst(scans, ({ at }) => at)))
  const lights: Record<Light, number> = { green: 0, amber: 0, red: 0 }
  for (const { light, count } of figures) lights[light] += count
  return {
    event: eventView(event, campaign, servedBy(scans, repId, now), now),
    quota: { total: campaign.quota, left, leftZh: quotaWords(campaign, now) },
    share: { max: campaign.perRepQuota, leased: lease?.state === 'LIVE' ? lease.size - lease.used : 0, done: servedBy(scans, repId, null) },
    lights,
    figures,
    unconfirmed,
    waiting,
    hintZh: hint(left, unconfirmed, waiting),
    lease: lease ? leaseView(lease) : null,
    deviceBound,
    serverTime: now,
  }
}

function hint(left: number, unconfirmed: number, waiting: number): string {
  if (waiting > 0) return `有${waiting}人候补，释放的名额先给候补会员。`
  if (left === 0) return '名额已满，可引导会员候补。'
  if (unconfirmed > 0) return `${unconfirmed}人已预留、还没确认，请提醒他们在手机上确认。`
  return '可以开始扫码。'
}

/** For how many people each verdict was the latest, by light and then by frequency. */
function figuresOf(scans: readonly ScanRecord[]): RepEventDetail['figures'] {
  const counts = new Map<string, number>()
  for (const { code } of scans) counts.set(code, (counts.get(code) ?? 0) + 1)
  const order: Record<Light, number> = { green: 0, amber: 1, red: 2 }
  return [...counts]
    .map(([code, count]) => ({ code, light: scanWords(code).light, labelZh: scanWords(code).repZh, count }))
    .sort((a, b) => order[a.light] - order[b.light] || b.count - a.count)
}

/** Words of every verdict, so that a phone without a network says the same as the server would. */
export const kitWords = (): EventKit['words'] =>
  allScanCodes().map((code) => {
    const { light, retryable, repZh } = scanWords(code)
    return { code, light, retryable, repZh: repZh.replace(/:\{reasonTitle\}/, '') }
  })

/** What a member who signs on the rep's phone reads first: the plan, what it covers from when on, and the consent in its own words. */
export function signingWords(campaign: CampaignRecord, now: Instant): EventKit['signing'] {
  const { summaryZh, paysZh, notPaidZh } = planWords[campaign.planId]
  const { effectiveOn, endsOn } = giftTerms(campaign, [], localDateOf(now))
  const { titleZh, textZh } = consentTexts.C1
  return {
    planNameZh: planInfo(campaign.planId).nameZh,
    sponsorZh: campaign.sponsor,
    coverZh: [summaryZh, ...paysZh],
    notPaidZh,
    termZh: `${formatDateZh(effectiveOn)}起，至${formatDateZh(endsOn)}。${waitingWords(campaign.planId)}`,
    consentTitleZh: titleZh,
    consentZh: textZh,
  }
}
