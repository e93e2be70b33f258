import { useCallback, useEffect, useRef, useState } from 'react'
import { messageOf } from '@/api/api-error'
import { resolveGiftCode } from '@/api/gifts'
import { parseCode, type ScannedCode } from '@/domain/codes'
import { isDeviceError } from '@/platform/device-error'
import { replace } from '@/platform/navigation'
import { scanCode } from '@/platform/scan'
import { addressOf } from '@/routes'
import { useDrafts } from '@/state/draft-store'
import { scanTexts as t } from '../texts'

/** Form key of the code that is typed by hand. */
export const TYPED = 'scan'

export type ScanState =
  | { kind: 'idle' }
  | { kind: 'looking' }
  /** A code that leads nowhere here, or a scan that failed. */
  | { kind: 'said'; title: string; detail: string }
  /** The server did not find it, or could not be asked; `code` can be tried again. */
  | { kind: 'failed'; detail: string; code: string }

function wordsOf(read: Exclude<ScannedCode, { kind: 'gift' }>): ScanState {
  if (read.kind === 'card') return { kind: 'said', title: t.card, detail: t.cardDetail }
  if (read.what === '新版会员码') return { kind: 'said', title: t.newer, detail: t.newerDetail }
  return { kind: 'said', title: t.foreign(read.what), detail: t.foreignDetail }
}

/** From whatever was scanned, typed or brought along by a link to the offer behind it; one look-up at a time. */
export function useScan(brought: string, signedIn: boolean) {
  const [state, setState] = useState<ScanState>({ kind: 'idle' })
  const looking = useRef(false)

  const resolve = useCallback(async (code: string): Promise<void> => {
    if (looking.current) return
    looking.current = true
    setState({ kind: 'looking' })
    try {
      const { campaignId } = await resolveGiftCode(code)
      useDrafts.getState().clear(TYPED)
      await replace(addressOf({ page: 'gift', id: campaignId }))
    } catch (error) {
      setState({ kind: 'failed', detail: messageOf(error) ?? '', code })
    } finally {
      looking.current = false
    }
  }, [])
  const read = useCallback(
    (text: string): void => {
      const code = parseCode(text)
      if (code.kind === 'gift') void resolve(code.code)
      else setState(wordsOf(code))
    },
    [resolve],
  )
  const scan = async (): Promise<void> => {
    try {
      read(await scanCode())
    } catch (error) {
      if (!isDeviceError(error, 'CANCELLED')) setState({ kind: 'said', title: t.failed, detail: messageOf(error) ?? '' })
    }
  }
  useEffect(() => {
    if (brought && signedIn) read(brought)
  }, [brought, signedIn, read])
  return { state, read, resolve: (code: string) => void resolve(code), scan: () => void scan() }
}
