import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { prepareImage } from '@/platform/image'
import type { PickedFile } from '@/platform/pick'
import { accountKey } from '@/state/session-store'
import { act } from './act'
import { call } from './call'
import { newKey } from './keys'
import { meQuery } from './me'
import { sendNameDocument } from './send-photo'

export const nameChangesQuery = () => queryOptions({ queryKey: [accountKey(), 'name-changes'], queryFn: ({ signal }) => call('listNameChanges', { signal }) })

export function useChangePhone() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { phone: string; code: string }) => act('changePhone', { body }),
    onSuccess: (me) => client.setQueryData(meQuery().queryKey, me),
  })
}

/** Asks for another name and hands in the photo of the document. Until both have arrived nothing waits for anybody, and asking again begins anew. */
export function useRequestName() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ name, photo }: { name: string; photo: PickedFile }) => {
      const file = await prepareImage(photo)
      const { requestId } = await act('requestNameChange', { body: { name }, key: newKey() })
      await sendNameDocument(requestId, file)
    },
    onSettled: () => client.invalidateQueries({ queryKey: nameChangesQuery().queryKey }),
  })
}
