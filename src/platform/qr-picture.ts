import { useEffect, useReducer, useState } from 'react'
import { fetchCode } from './code'
import { deviceErrorFrom } from './device-error'

/** How a code is drawn: px a module, and how much of it may be covered. Level L where it is read from a bright screen, M from afar and at an angle. */
export interface QrLook {
  cell: number
  level: 'L' | 'M'
}

/** Modules around it, as the standard asks. */
const QUIET = 4

/** The text as a picture address (GIF). Loaded when the first code is drawn: it must not weigh on the home page. @throws DeviceError NOT_LOADED */
export const qrUrl = (text: string, { cell, level }: QrLook): Promise<string> =>
  fetchCode(() => import('qrcode-generator')).then(({ default: qrcode }) => {
    const qr = qrcode(0, level)
    qr.addData(text)
    qr.make()
    return qr.createDataURL(cell, QUIET * cell)
  })

/** Picture of `text`: `url` is '' until it is drawn, `failedZh` says why it cannot be. */
export function useQr(text: string, { cell, level }: QrLook): { url: string; failedZh: string | null; retry: () => void } {
  const [drawn, setDrawn] = useState<{ text: string; url: string; failedZh: string | null }>({ text: '', url: '', failedZh: null })
  const [round, retry] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    let wanted = true
    qrUrl(text, { cell, level }).then(
      (url) => wanted && setDrawn({ text, url, failedZh: null }),
      (error: unknown) => wanted && setDrawn({ text, url: '', failedZh: deviceErrorFrom('qr', error).messageZh }),
    )
    return () => {
      wanted = false
    }
  }, [text, cell, level, round])
  return { ...(drawn.text === text ? drawn : { url: '', failedZh: null }), retry }
}
