import type { Light, ScanResult } from '@/contract/schemas/event'
import { download } from '@/api/download'
import { allScans, posterUrl, type ScanFilter } from '@/api/events'
import { formatInstantZh } from '@/domain/dates'
import { exportLocal, exportText } from '@/platform/export-text'
import type { ScanItem } from '@/state/outbox-store'
import { lightZh, listTexts, queueTexts } from '../texts'
import { csvOf } from './csv'

const row = ({ at, nameMasked, light, repZh, ticketStateZh, offline }: ScanResult): string[] => [
  formatInstantZh(at), nameMasked ?? listTexts.unknown, lightZh[light satisfies Light], repZh, ticketStateZh ?? '', offline ? listTexts.yes : listTexts.no,
]

/** Everything that fits the filter, not only what is on the screen. @throws ApiError, DeviceError */
export async function exportList(eventId: string, filter: ScanFilter): Promise<void> {
  const rows = await allScans(eventId, filter)
  await exportText(`${eventId}.csv`, csvOf([listTexts.headers, ...rows.map(row)]))
}

/** What waits on this phone; no code, no signature. @throws DeviceError */
export async function exportQueue(eventId: string, items: readonly ScanItem[]): Promise<void> {
  const rows = items.map(({ payload, state, reasonZh }, at) => [
    String(at + 1), formatInstantZh(payload.scannedAt), queueTexts.states[state], payload.answer?.nameMasked ?? '', reasonZh ?? '',
  ])
  await exportText(`${eventId}-queue.csv`, csvOf([queueTexts.headers, ...rows]))
}

/** The printable poster as a file. @throws ApiError, DeviceError */
export async function downloadPoster(eventId: string, format: 'pdf' | 'png'): Promise<void> {
  await exportLocal(`${eventId}.${format}`, await download(posterUrl(eventId, format)))
}
