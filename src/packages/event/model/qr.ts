import { useEffect, useState } from 'react'

/** px a module and quiet zone of four modules, as the standard asks. */
const CELL = 8
const QUIET = 4 * CELL

/** Picture of `text` as an address; '' until it is drawn. Level M: a poster is read from afar and at an angle. */
export function useQr(text: string): string {
  const [drawn, setDrawn] = useState({ text: '', url: '' })
  useEffect(() => {
    let wanted = true
    void import('qrcode-generator').then(({ default: qrcode }) => {
      const qr = qrcode(0, 'M')
      qr.addData(text)
      qr.make()
      if (wanted) setDrawn({ text, url: qr.createDataURL(CELL, QUIET) })
    })
    return () => {
      wanted = false
    }
  }, [text])
  return drawn.text === text ? drawn.url : ''
}
