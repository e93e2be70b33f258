import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, isRefusal, messageOf } from '@/api/api-error'
import { openGiftVisit, resolveGiftCode } from '@/api/gifts'
import { parseCode } from '@/domain/codes'
import { isDeviceError } from '@/platform/device-error'
import { replace, withParams } from '@/platform/navigation'
import { scanCodes, type FoundCode } from '@/platform/scan'
import { routes } from '@/routes'
import { useDrafts } from '@/state/draft-store'
import { scanTexts as t } from '../texts'
import { choicesOf, refusedWords, wordsOf, type Choice, type Words } from './scan-words'

/** Form key of the code that is typed by hand. */
export const TYPED = 'scan'

export type ScanState =
  | { kind: 'idle' }
  /** A photo is being searched. */
  | { kind: 'reading' }
  | { kind: 'looking' }
  /** Several codes at once: the member says which. */
  | { kind: 'several'; choices: Choice[] }
  /** A code that leads nowhere here, or a scan that failed. */
  | ({ kind: 'said' } & Words)
  /** The server did not take it; with `code` nobody could be asked, and the same can be tried again. */
  | ({ kind: 'failed'; code: string | null } & Words)
  /** The code is good, and whoever scanned it may join the union on the spot. */
  | { kind: 'outsider'; detail: string; code: string }

/** A certificate is looked up by anybody. */
export const isCertificate = (text: string): boolean => parseCode(text).kind === 'certificate'

/** Whoever scanned is no member yet, and comes back with `code` after joining. */
class Outsider extends Error {
  constructor(message: string, readonly code: string) {
    super(message)
  }
}

/** A code of a screen runs out while somebody joins: it is handed in first. @throws ApiError, Outsider */
async function campaignBehind(code: string): Promise<{ campaignId: string }> {
  try {
    return await resolveGiftCode(code)
  } catch (error) {
    if (!isRefusal(error, 'NOT_MEMBER')) throw error
    throw new Outsider(messageOf(error) ?? '', await openGiftVisit(code))
  }
}

/**
 * From whatever was scanned, typed or brought along by a link to the offer behind it; one look-up at a time.
 * @param openScanner called once where no code was brought along: whoever comes here wants to scan. `scan`: WeChat's scanner, or a photo
 */
export function useScan(brought: string, signedIn: boolean, openScanner: (scan: () => void) => void) {
  const [state, setState] = useState<ScanState>({ kind: 'idle' })
  const looking = useRef(false)

  const resolve = useCallback(async (code: string): Promise<void> => {
    if (looking.current) return
    looking.current = true
    setState({ kind: 'looking' })
    try {
      const { campaignId } = await campaignBehind(code)
      useDrafts.getState().clear(TYPED)
      // The code goes along: the event behind it counts the place.
      await replace(withParams(routes.gift, { campaignId, code }))
    } catch (error) {
      const outsider = error instanceof Outsider
      const retryable = !outsider && (!(error instanceof ApiError) || error.retryable)
      // Also a code that a link has brought along survives a kill: it stands in the field that is typed in.
      if (retryable) useDrafts.getState().set(TYPED, { code })
      if (error instanceof Outsider) setState({ kind: 'outsider', detail: error.message, code: error.code })
      else setState({ kind: 'failed', ...refusedWords(error), code: retryable ? code : null })
    } finally {
      looking.current = false
    }
  }, [])
  const read = useCallback(
    async (text: string): Promise<void> => {
      const code = parseCode(text)
      if (code.kind === 'gift') return resolve(code.code)
      // Instead of the scanner: back leads to where the member came from, not to a camera that opens again.
      if (code.kind === 'certificate') return replace(withParams(routes.verify, { code: code.code }))
      setState({ kind: 'said', ...wordsOf(code) })
    },
    [resolve],
  )
  const readAll = useCallback(
    (codes: readonly FoundCode[]): void => {
      const [first] = codes
      if (codes.length > 1) setState({ kind: 'several', choices: choicesOf(codes) })
      else if (first) void read(first.text)
    },
    [read],
  )
  /** WeChat's scanner, or a photo. */
  const scan = async (): Promise<void> => {
    // First of all: a browser opens its picker only in the turn of the tap.
    const scanned = scanCodes({ onPicked: () => setState({ kind: 'reading' }) })
    try {
      readAll(await scanned)
    } catch (error) {
      if (!isDeviceError(error, 'CANCELLED')) setState({ kind: 'said', title: t.unread, detail: messageOf(error) ?? '' })
    }
  }
  useEffect(() => {
    // Before sign-in the page there hands it in.
    if (brought && (signedIn || isCertificate(brought))) void read(brought)
  }, [brought, signedIn, read])
  const opened = useRef(false)
  useEffect(() => {
    if (brought || !signedIn || opened.current) return
    opened.current = true
    openScanner(() => {
      void scan()
    })
  }) // Once a visit: closing the scanner must not open it again.
  return {
    state, read, readAll,
    say: useCallback((words: Words) => setState({ kind: 'said', ...words }), []),
    hush: useCallback(() => setState({ kind: 'idle' }), []),
    resolve: (code: string) => resolve(code),
    /** Not handed back: browsers before 2023 never tell that the picker was closed, and the next pick ends the wait. */
    scan: () => {
      void scan()
    },
  }
}
