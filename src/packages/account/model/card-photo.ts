import { useState } from 'react'
import { messageOf } from '@/api/api-error'
import { readCardPhoto } from '@/api/card-photo'
import { groupedCardNumber } from '@/domain/cleaners'
import { isDeviceError } from '@/platform/device-error'
import { prepareImage } from '@/platform/image'
import { pickImages } from '@/platform/pick'
import { bankTexts as t } from '../texts'
import { useTypedCard } from './card-number'

export interface CardPhotoReader {
  /** A photo is being read. */
  busy: boolean
  /** What came of the last photo, where that is not the number itself. */
  saidZh: string | null
  /** The number that was read, to be compared while it stands in the field. */
  readNumber: string | null
  take(source: 'camera' | 'album'): void
}

/** The number from a photo of the card. Handed to `use`, unless the member has typed something else meanwhile. */
export function useCardPhoto(use: (number: string) => void): CardPhotoReader {
  const [busy, setBusy] = useState(false)
  const [saidZh, setSaid] = useState<string | null>(null)
  const [readNumber, setRead] = useState<string | null>(null)

  async function run(source: 'camera' | 'album'): Promise<void> {
    if (busy) return
    // In the turn of the tap: a browser opens its picker only then.
    const picking = pickImages({ source, count: 1 })
    const before = useTypedCard.getState().typed
    setSaid(null)
    try {
      const [photo] = await picking
      if (!photo) return
      setBusy(true)
      const read = await readCardPhoto(await prepareImage(photo))
      if (!read) return setSaid(t.photoUnread)
      if (useTypedCard.getState().typed !== before) return
      setRead(read.cardNumber)
      use(groupedCardNumber(read.cardNumber))
    } catch (error) {
      if (!isDeviceError(error, 'CANCELLED')) setSaid(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  return {
    busy, saidZh, readNumber,
    take: (source) => {
      // Not handed back: browsers before 2023 never tell that the picker was closed, and the next pick ends the wait.
      void run(source)
    },
  }
}
