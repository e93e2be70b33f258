import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { claimQuery } from '@/api/claims'
import type { Claim } from '@/contract/schemas/claim'
import { useDidHide, useDidShow } from '@/platform/lifecycle'

const FIRST_MS = 1500
const LONGEST_MS = 8000
/** So often; from then on the server is busy, and the member hardly waits for it. */
const TRIES = 25
const BUSY_MS = 30_000

/** Asks for the claim again while its papers are being read: less and less often, only on the page in front. */
export function useReading(claim: Claim | undefined): void {
  const client = useQueryClient()
  const [inFront, setInFront] = useState(true)
  useDidShow(() => setInFront(true))
  useDidHide(() => setInFront(false))
  const claimId = claim?.prefill?.reading ? claim.claimId : undefined

  useEffect(() => {
    if (claimId === undefined || !inFront) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const ask = (tries: number): void => {
      if (over) return
      timer = setTimeout(() => {
        const again = (): void => ask(tries + 1)
        void client.refetchQueries({ queryKey: claimQuery(claimId).queryKey }).then(again, again)
      }, tries < TRIES ? Math.min(FIRST_MS * 1.2 ** tries, LONGEST_MS) : BUSY_MS)
    }
    ask(0)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [client, claimId, inFront])
}
