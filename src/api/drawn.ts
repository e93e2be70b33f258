import { queryOptions } from '@tanstack/react-query'
import { useState } from 'react'
import { isDeviceError } from '@/platform/device-error'
import { apiBase } from '@/platform/env'
import { openPdf } from '@/platform/open-pdf'
import { savePicture } from '@/platform/save-picture'
import { accountKey } from '@/state/session-store'
import { messageOf } from './api-error'
import { call, pathOf } from './call'
import { download } from './download'

export const lettersQuery = (claimId: string) =>
  queryOptions({ queryKey: [accountKey(), 'letters', claimId], queryFn: ({ signal }) => call('listLetters', { signal, params: { claimId } }) })

/** Something that the server draws: its address, and the name that it is kept under. */
export interface Drawn {
  url: string
  name: string
}
export const certificateFile = (enrolmentId: string, format: 'png' | 'pdf', name: string): Drawn => ({ url: apiBase + pathOf('getCertificate', { enrolmentId, format }), name: `${name}.${format}` })
export const receiptFile = (claimId: string, format: 'png' | 'pdf', name: string): Drawn => ({ url: apiBase + pathOf('drawClaimReceipt', { claimId, format }), name: `${name}.${format}` })
export const letterFile = (claimId: string, letterId: string, name: string): Drawn => ({ url: apiBase + pathOf('getLetter', { claimId, letterId }), name: `${name}.pdf` })

const saved = { album: '已保存到手机相册。', shown: '图片已打开。没有自动下载的，长按图片即可保存。' }
const FAILED = '没有取到文件，请检查网络后再试。'

/** Keeps a picture or opens a PDF, one at a time; what came of it in words. */
export function useDrawn() {
  const [busy, setBusy] = useState<string | null>(null)
  const [said, setSaid] = useState<{ zh: string; ok: boolean } | null>(null)

  async function fetched({ url, name }: Drawn, use: (src: string) => Promise<string | null>): Promise<void> {
    if (busy !== null) return
    setBusy(name)
    setSaid(null)
    try {
      const zh = await use(await download(url))
      if (zh !== null) setSaid({ zh, ok: true })
    } catch (error) {
      if (!isDeviceError(error, 'CANCELLED')) setSaid({ zh: isDeviceError(error) ? (error.status === undefined ? error.messageZh : FAILED) : (messageOf(error) ?? FAILED), ok: false })
    } finally {
      setBusy(null)
    }
  }

  return {
    busy,
    said,
    keep: (file: Drawn) => void fetched(file, async (src) => saved[await savePicture(file.name, src)]),
    open: (file: Drawn) =>
      void fetched(file, async (src) => {
        await openPdf(file.name, src)
        return null
      }),
  }
}
