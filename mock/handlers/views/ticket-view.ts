import type { GiftTicket } from '@/contract/schemas/event'
import { formatDateZh, formatInstantZh } from '@/domain/dates'
import { giftCodes } from '../../rules/gift-codes'
import { scanWords } from '../../rules/scan-verdict'
import { fill } from '../../rules/template'
import type { TicketState } from '../../rules/ticket-types'
import type { CampaignRecord, CoverageRecord, TicketRecord } from '../../store/entities'

export const ticketStateZh = (state: TicketState): string => giftCodes.ticketStates.find(({ id }) => id === state)?.titleZh ?? ''

/** A ticket as its member reads it. */
export function ticketView({ id, campaignId, progress, enrolmentId }: TicketRecord, coverages: readonly CoverageRecord[], campaign: CampaignRecord): GiftTicket {
  const cover = coverages.find((coverage) => coverage.enrolmentId !== null && coverage.enrolmentId === enrolmentId)
  const template = giftCodes.ticketStates.find((state) => state.id === progress.state)?.memberZh ?? ''
  const values = {
    reservedUntil: progress.reservedUntil === null ? '' : formatInstantZh(progress.reservedUntil),
    effectiveOn: cover ? formatDateZh(cover.effectiveOn) : '',
    endsOn: cover ? formatDateZh(cover.endsOn) : '',
    reasonTitle: progress.reason === null ? '' : conflictTitle(progress.reason, campaign),
  }
  return { ticketId: id, campaignId, state: progress.state, stateZh: ticketStateZh(progress.state), textZh: fill(template, values), reservedUntil: progress.reservedUntil }
}

/** Why a ticket could not be given, as a title for the member's own phone. */
export function conflictTitle(code: string, { opensAt }: Pick<CampaignRecord, 'opensAt'>): string {
  const known = titles[code]
  return known ?? fill(scanWords(code).memberZh, { opensAt: formatInstantZh(opensAt), groups: '', regions: '', endsOn: '' }).replace(/。$/, '')
}

/** Words without placeholders, for those codes whose full words need facts. */
const titles: Readonly<Record<string, string>> = {
  CAMPAIGN_NOT_STARTED: '活动还没开始',
  GROUP_MISMATCH: '不在本次赠送对象内',
  REGION_MISMATCH: '不在本次活动地区',
  ALREADY_COVERED: '已有同一计划的保障',
  ALREADY_GIFTED: '以前领取过同一计划的赠送',
  CLOCK_WRONG: '手机时间相差太大，请校准后重新出示',
  QUOTA_EXHAUSTED: '名额已领完',
  LEASE_EXHAUSTED: '名额已领完',
  LEASE_REVOKED: '现场登记设备已停用，请重新办理',
}
