import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { accountKey } from '@/state/session-store'
import { call } from './call'

export const messagesQuery = () => queryOptions({ queryKey: [accountKey(), 'messages'], queryFn: ({ signal }) => call('listMessages', { signal, query: { limit: '50' } }) })

export function useReadMessage() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (messageId: string) => call('readMessage', { params: { messageId } }),
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: [accountKey(), 'messages'] }), client.invalidateQueries({ queryKey: [accountKey(), 'home'] })]),
  })
}
