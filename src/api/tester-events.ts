import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from './call'
import { asTester, useTesterAction } from './tester'

/** What the test mode shows of events and does to them. A file of its own: the sign-in page needs the other one. */
export const auditQuery = (limit: number) => queryOptions({ queryKey: ['public', 'audit', limit], queryFn: () => asTester((t) => call('listAudit', { query: { limit: String(limit) }, token: t })), placeholderData: keepPreviousData })
export const testLeasesQuery = () => queryOptions({ queryKey: ['public', 'test-leases'], queryFn: () => asTester((t) => call('listLeases', { token: t })) })
export const repStopsQuery = () => queryOptions({ queryKey: ['public', 'rep-stops'], queryFn: () => asTester((t) => call('listRepStops', { token: t })) })

export const useLiftStop = () => useTesterAction((repId: string, t) => call('liftRepStop', { params: { repId }, token: t }))
export const useRevokeLease = () => useTesterAction((leaseId: string, t) => call('revokeLease', { params: { leaseId }, body: {}, token: t }))
export const useUnbindDevice = () => useTesterAction((repId: string, t) => call('unbindRepDevice', { params: { repId }, token: t }))
export const useFillEvent = () => useTesterAction(({ eventId, count }: { eventId: string; count: number }, t) => call('fillEvent', { params: { eventId }, body: { count }, token: t }))
