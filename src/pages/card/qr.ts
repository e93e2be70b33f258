import { useEffect, useState } from 'react'

/** px a module and quiet zone of four modules, as the standard asks. */
const CELL = 6
const QUIET = 4 * CELL

/** The text as a picture address (GIF). Loaded when the first code is drawn: it must not weigh on the home page. */
export async function qrUrl(text: string): Promise<string> {
  const { default: qrcode } = await import('qrcode-generator')
  // Level L: the code is read from a bright screen, and fewer modules are larger ones.
  const qr = qrcode(0, 'L')
  qr.addData(text)
  qr.make()
  return qr.createDataURL(CELL, QUIET)
}

/** Picture of `text`; '' until it is drawn. */
export function useQr(text: string): string {
  const [drawn, setDrawn] = useState({ text: '', url: '' })
  useEffect(() => {
    let wanted = true
    void qrUrl(text).then((url) => {
      if (wanted) setDrawn({ text, url })
    })
    return () => {
      wanted = false
    }
  }, [text])
  return drawn.text === text ? drawn.url : ''
}
