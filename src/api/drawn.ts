import { queryOptions } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { isDeviceError } from '@/platform/device-error'
import { apiBase } from '@/platform/env'
import { openPdf } from '@/platform/open-pdf'
import { savePicture } from '@/platform/save-picture'
import { sizeZh } from '@/domain/size'
import { useLine } from '@/state/line-store'
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
const slowWords = (got: number, total: number): string => `网络较慢，已取到${Math.floor((got * 100) / total)}%，还剩${sizeZh(total - got)}，请稍等；断了会接着取。`
const FAILED = '没有取到文件，请检查网络后再试。'

/**
 * Keeps a picture or opens a PDF; what came of it in words. One at a time, because each asks the phone for something of its own: what is tapped
 * meanwhile waits for its turn. A second tap on the same does nothing.
 */
export function useDrawn() {
  const [wanted, setWanted] = useState<readonly string[]>([])
  const [said, setSaid] = useState<{ zh: string; ok: boolean; tone: 'success' | 'warn' | 'info' } | null>(null)
  const line = useRef({ names: new Set<string>(), last: Promise.resolve() })

  async function fetched({ url }: Drawn, use: (src: string) => Promise<string | null>): Promise<void> {
    try {
      const src = await download(url, (got, total) => {
        // Who waits on a slow line is told that something comes, and how much is left.
        if (got < total && useLine.getState().slow) setSaid({ zh: slowWords(got, total), ok: true, tone: 'info' })
      })
      const zh = await use(src)
      setSaid((before) => (zh !== null ? { zh, ok: true, tone: 'success' } : before?.tone === 'info' ? null : before))
    } catch (error) {
      if (!isDeviceError(error, 'CANCELLED')) setSaid({ zh: messageOf(error) ?? FAILED, ok: false, tone: 'warn' })
    }
  }
  function inTurn(file: Drawn, use: (src: string) => Promise<string | null>): Promise<void> {
    const { names, last } = line.current
    if (names.has(file.name)) return last
    const tell = (): void => setWanted([...names])
    names.add(file.name)
    tell()
    setSaid(null)
    line.current.last = last.then(async () => {
      await fetched(file, use)
      names.delete(file.name)
      tell()
    })
    return line.current.last
  }

  return {
    isBusy: ({ name }: Drawn) => wanted.includes(name),
    said,
    keep: (file: Drawn) => inTurn(file, async (src) => saved[await savePicture(file.name, src)]),
    open: (file: Drawn) =>
      inTurn(file, async (src) => {
        await openPdf(file.name, src)
        return null
      }),
  }
}
