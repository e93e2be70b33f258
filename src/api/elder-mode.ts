import { useSettings } from '@/state/settings-store'
import { useSession } from '@/state/session-store'
import { useSaveElderMode } from './me'

/** 长辈版: takes effect on this device at once; the server is told as well as it goes, so that another device can offer it. */
export function useElderModeSwitch(): { on: boolean; set(on: boolean): void } {
  const { elderMode, setElderMode } = useSettings()
  const save = useSaveElderMode()
  return {
    on: elderMode,
    set: (on) => {
      setElderMode(on)
      if (useSession.getState().account) save.mutate(on)
    },
  }
}
