import { useEffect, useReducer, useState } from 'react'
import { repEventKey, repKitKey } from '@/api/event-keys'
import { isKept, written } from '@/api/persisted'
import { appCopy, type AppCopy } from '@/platform/app-copy'
import { randomBytes } from '@/platform/random'
import { accountKey } from '@/state/session-store'
import { deskTexts as t } from '../texts'
import type { Kit } from './judge'

/** What this phone lacks for work without a network, in words; null: not known yet. */
export interface OfflineReady {
  lacks: string[] | null
  check: () => void
}

const copyZh: Record<AppCopy, string | null> = { here: null, unsupported: t.lacks.unsupported, incomplete: t.lacks.code }

/** Looks at all that scanning needs once there is no network: the app's own code, the kit and its keys on the disk, places, randomness to seal with. */
async function lacksOf(eventId: string, kit: Kit | undefined): Promise<string[]> {
  const [copy, canSeal] = await Promise.all([appCopy(), randomBytes(1).then(() => true, () => false), written()])
  const account = accountKey()
  const found = [
    copyZh[copy],
    kit && [repEventKey(eventId), repKitKey(eventId)].every((key) => isKept(account, key)) ? null : t.lacks.kit,
    kit && kit.serverKeys.length === 0 ? t.lacks.keys : null,
    canSeal ? null : t.lacks.seal,
    kit && kit.lease?.state !== 'LIVE' ? t.lacks.lease : null,
  ]
  return found.filter((words): words is string => words !== null)
}

/** Asked anew when the kit or the places change, and on demand. */
export function useOfflineReady(eventId: string, bound: boolean, kit: Kit | undefined): OfflineReady {
  const [lacks, setLacks] = useState<string[] | null>(null)
  const [round, check] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (!bound) return undefined
    let wanted = true
    void lacksOf(eventId, kit).then((found) => wanted && setLacks(found))
    return () => {
      wanted = false
    }
  }, [eventId, bound, kit?.fetchedAt, kit?.lease?.leaseId, kit?.lease?.state, round])
  return { lacks, check }
}
