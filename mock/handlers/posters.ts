import qrcode from 'qrcode-generator'
import { formatInstantZh } from '@/domain/dates'
import { utf8, type BinaryResult } from '../core'
import { planInfo } from '../rules/plans'
import type { CampaignRecord, EventRecord } from '../store/entities'
import { pdfPoster } from './views/poster-pdf'
import { pngPoster } from './views/poster-png'
import { svgPoster } from './views/poster-svg'

/** What a poster says and shows; each format draws it its own way. */
export interface Poster {
  linesZh: readonly string[]
  /** Under the code, small. */
  footZh: readonly string[]
  /** Dark squares of the QR code, row by row. */
  modules: readonly (readonly boolean[])[]
}

/** The printable poster of an event, with the code that holds for the whole event. No personal data. */
export function drawPoster(format: string, event: EventRecord, campaign: CampaignRecord, linkPrefix: string): BinaryResult {
  const poster: Poster = {
    linesZh: [campaign.sponsor, `赠送${planInfo(campaign.planId).nameZh}`, '扫码领取,不用付费'],
    footZh: [event.placeZh, `${formatInstantZh(event.opensAt)} 至 ${formatInstantZh(event.closesAt)}`, '微信或浏览器扫码。咨询电话12351。示例数据'],
    modules: modulesOf(linkPrefix + event.posterCode),
  }
  if (format === 'pdf') return { bytes: pdfPoster(poster), mime: 'application/pdf' }
  if (format === 'png') return { bytes: pngPoster(poster), mime: 'image/png' }
  return { bytes: utf8(svgPoster(poster)), mime: 'image/svg+xml' }
}

/** Level M: a poster in the rain loses a few squares. */
function modulesOf(text: string): boolean[][] {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const size = code.getModuleCount()
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_unused, column) => code.isDark(row, column)))
}
