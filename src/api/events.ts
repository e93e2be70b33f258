import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { BodyOf, QueryOf } from '@/contract/endpoints'
import type { Light, RepLease, ScanResult } from '@/contract/schemas/event'
import { deviceId } from '@/platform/device-key'
import { apiBase } from '@/platform/env'
import { accountKey } from '@/state/session-store'
import { act } from './act'
import { call, pathOf } from './call'
import { repEventKey, repKitKey } from './event-keys'

/** Calls of a rep at an event. Those in `KEPT` of persisted.ts open without a network. */
export const repEventsQuery = () => queryOptions({ queryKey: [accountKey(), 'rep-events'], queryFn: ({ signal }) => call('listRepEvents', { signal }) })
export const repEventQuery = (eventId: string) =>
  queryOptions({ queryKey: repEventKey(eventId), queryFn: ({ signal }) => call('getRepEvent', { signal, params: { eventId } }) })

/** What the phone judges with. The clock of the answer is compared with the phone's at once: see `kitSkewMs` of the event package. */
export const repKitQuery = (eventId: string) =>
  queryOptions({
    queryKey: repKitKey(eventId),
    queryFn: async ({ signal }) => {
      const query = { deviceId: await deviceId() }
      return { ...(await call('getEventKit', { signal, params: { eventId }, query })), fetchedAt: Date.now() }
    },
    refetchInterval: 5 * 60_000,
  })
export const posterCodesQuery = (eventId: string) =>
  queryOptions({
    queryKey: [accountKey(), 'poster-codes', eventId],
    queryFn: async ({ signal }) => ({ ...(await call('getPosterCodes', { signal, params: { eventId } })), fetchedAt: Date.now() }),
    refetchInterval: 4 * 60_000,
  })

/** Binds this installation to the rep. @throws ApiError REP_DEVICE_MISMATCH where another one is bound */
export function useBindDevice() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => act('bindRepDevice', { params: { deviceId: await deviceId() }, body: {} }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('rep-') }),
  })
}

const afterLease = (client: ReturnType<typeof useQueryClient>, eventId: string, lease: RepLease | null): Promise<void> => {
  client.setQueryData(repKitQuery(eventId).queryKey, (kit) => kit && { ...kit, lease })
  return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[2] === eventId && String(queryKey[1]).startsWith('rep-') })
}
/** Places for scanning without a network; a live lease grows. */
export function useDrawLease(eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ size, key }: { size: number; key: string }) => act('drawLease', { params: { eventId }, body: { size, deviceId: await deviceId() }, key }),
    onSuccess: (lease) => afterLease(client, eventId, lease),
  })
}
export function useReturnLease(eventId: string) {
  const client = useQueryClient()
  return useMutation({ mutationFn: (leaseId: string) => act('returnLease', { params: { leaseId } }), onSuccess: () => afterLease(client, eventId, null) })
}

export const submitScan = (eventId: string, body: BodyOf<'submitScan'>, key: string): Promise<ScanResult> => call('submitScan', { params: { eventId }, body, key })

/** A worker by number and name; see `SubmitEntry`. */
export const submitEntry = (eventId: string, body: BodyOf<'submitEntry'>, key: string): Promise<ScanResult> => call('submitEntry', { params: { eventId }, body, key })

/** Rows a page: few requests for thousands, and a page still comes at once. */
const PAGE = 500
export interface ScanFilter {
  light: Light | null
  q: string
}
const queryOf = ({ light, q }: ScanFilter, cursor: string): QueryOf<'listScans'> => ({
  limit: String(PAGE), ...(light && { light }), ...(q && { q }), ...(cursor && { cursor }),
})
export const scansQuery = (eventId: string, filter: ScanFilter) =>
  infiniteQueryOptions({
    queryKey: [accountKey(), 'rep-scans', eventId, filter.light, filter.q],
    queryFn: ({ signal, pageParam }) => call('listScans', { signal, params: { eventId }, query: queryOf(filter, pageParam) }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
/** Every row that fits, for a file. */
export async function allScans(eventId: string, filter: ScanFilter): Promise<ScanResult[]> {
  const rows: ScanResult[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: ScanResult[]; nextCursor: string | null } = await call('listScans', { params: { eventId }, query: queryOf(filter, cursor) })
    rows.push(...page.items)
    cursor = page.nextCursor
  }
  return rows
}

/** Address of a printable poster. */
export const posterUrl = (eventId: string, format: 'pdf' | 'svg' | 'png'): string => apiBase + pathOf('getPoster', { eventId, format })
