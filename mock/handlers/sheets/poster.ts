import { formatInstantZh } from '@/domain/dates'
import type { Sheet } from '../../drawing'
import { planInfo } from '../../rules/plans'
import type { CampaignRecord, EventRecord } from '../../store/entities'
import { HOTLINE } from '../words/privacy'
import { SAMPLE } from './house'

/** The printable poster of an event: one A4 sheet with the code that holds for the whole event. No personal data. */
export function posterSheet(event: EventRecord, campaign: CampaignRecord, linkPrefix: string): Sheet {
  return {
    titleZh: `${campaign.nameZh} 海报`,
    at: event.opensAt,
    size: 'a4',
    watermarkZh: null,
    blocks: [
      { kind: 'band', overZh: campaign.sponsor, titleZh: `赠送${planInfo(campaign.planId).nameZh}`, underZh: '扫码领取，不用付费' },
      { kind: 'gap', height: 10 },
      { kind: 'code', data: linkPrefix + event.posterCode, side: 290, captionZh: [] },
      { kind: 'text', textZh: '微信扫一扫，或用手机浏览器扫码', centre: true, large: true },
      { kind: 'gap', height: 12 },
      { kind: 'heading', textZh: event.placeZh, level: 1, centre: true },
      { kind: 'text', textZh: `${formatInstantZh(event.opensAt)} 至 ${formatInstantZh(event.closesAt)}`, centre: true, large: true },
      { kind: 'text', textZh: `咨询电话 ${HOTLINE} · ${SAMPLE}`, centre: true, large: true },
    ],
    footZh: [],
  }
}
