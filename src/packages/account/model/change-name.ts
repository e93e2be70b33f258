import { useState } from 'react'
import { ApiError, messageOf } from '@/api/api-error'
import { useRequestName } from '@/api/corrections'
import { checkPersonName } from '@/domain/id-document'
import { isDeviceError } from '@/platform/device-error'
import { pickImages } from '@/platform/pick'
import { useTyped } from '@/state/draft-store'

const FORM = 'name'

/** 更正姓名: the name as the document has it, and a photo of it. What is typed stays until the server has both. */
export function useChangeNameForm() {
  const typed = useTyped(FORM)
  const name = typed.value('name')
  const [error, setError] = useState<string | undefined>()
  const [failedZh, setFailed] = useState<string | null>(null)
  const requesting = useRequestName()

  async function submit(source: 'camera' | 'album'): Promise<void> {
    const check = checkPersonName(name)
    setError(check.ok ? undefined : check.messageZh)
    setFailed(null)
    if (!check.ok || requesting.isPending) return
    // In the turn of the tap: a browser opens its picker only then.
    const picking = pickImages({ source, count: 1 })
    try {
      const [photo] = await picking
      if (!photo) return
      await requesting.mutateAsync({ name: check.normalized, photo })
      typed.forget()
    } catch (refused) {
      const words = refused instanceof ApiError ? refused.fieldErrors['/name'] : undefined
      if (words) setError(words)
      else if (!isDeviceError(refused, 'CANCELLED')) setFailed(messageOf(refused))
    }
  }
  return {
    name, error, failedZh,
    busy: requesting.isPending,
    setName: typed.set('name'),
    submit: (source: 'camera' | 'album') => {
      // Not handed back: browsers before 2023 never tell that the picker was closed, and the next pick ends the wait.
      void submit(source)
    },
  }
}
export type ChangeNameForm = ReturnType<typeof useChangeNameForm>
