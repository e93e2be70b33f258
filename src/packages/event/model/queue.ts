import { useMemo } from 'react'
import { isScan, useOutbox, type ScanItem } from '@/state/outbox-store'
import { accountKey } from '@/state/session-store'
import type { Kit } from './judge'

const isOpen = ({ state }: ScanItem): boolean => state !== 'ANSWERED'

/** Scans of this rep at this event that are on the phone, oldest first. */
export const scansOf = (eventId: string): ScanItem[] => useOutbox.getState().items.filter(isScan).filter(({ owner, payload }) => owner === accountKey() && payload.eventId === eventId)

export interface Queue {
  items: ScanItem[]
  /** Not judged by the server yet. */
  open: ScanItem[]
  conflicts: ScanItem[]
}

export function useQueue(eventId: string): Queue {
  const items = useOutbox((outbox) => outbox.items)
  return useMemo(() => {
    const mine = items.filter(isScan).filter(({ owner, payload }) => owner === accountKey() && payload.eventId === eventId)
    return { items: mine, open: mine.filter(isOpen), conflicts: mine.filter((item) => !isOpen(item)) }
  }, [items, eventId])
}

/** How many people these are; of whom nothing is known any more (a refused scan is wiped), each counts. */
export const peopleIn = (items: readonly ScanItem[]): number => new Set(items.map(({ id, payload }) => payload.member || id)).size

/** Places of the lease that are free for this phone: what the server knows of, less what still waits here. */
export function leaseLeft(kit: Kit | undefined, open: readonly ScanItem[]): number {
  const lease = kit?.lease
  return lease ? Math.max(0, lease.left - open.filter(({ payload }) => payload.leaseId === lease.leaseId).length) : 0
}
