import { useFillEvent, useLiftStop, useRevokeLease, useUnbindDevice } from '@/api/tester-events'
import type { RepStop, TestLease } from '@/contract/schemas/event'
import { confirm } from '@/platform/dialogs'
import { eventTexts as t } from '../event-texts'
import type { Console } from './console'

/** Enough for a list that has to scroll. */
export const FILL_COUNT = 5_000

/** The tester's hands at an event. */
export function useEventControl({ run }: Console) {
  const [lift, revoke, unbind, fill] = [useLiftStop(), useRevokeLease(), useUnbindDevice(), useFillEvent()]
  return {
    liftStop: ({ repId, repZh }: RepStop) =>
      run(async () => {
        await lift.mutateAsync(repId)
        return t.lifted(repZh)
      }),
    revokeLease: async ({ lease, repZh }: TestLease): Promise<void> => {
      if (!(await confirm({ title: t.revokeTitle(repZh), text: t.revokeText, ok: t.revoke }))) return
      await run(async () => {
        await revoke.mutateAsync(lease.leaseId)
        return t.revoked(repZh)
      })
    },
    unbind: ({ repId, repZh }: TestLease) =>
      run(async () => {
        await unbind.mutateAsync(repId)
        return t.unbound(repZh)
      }),
    fill: (eventId: string) => run(async () => t.filled(eventId, (await fill.mutateAsync({ eventId, count: FILL_COUNT })).made)),
  }
}
