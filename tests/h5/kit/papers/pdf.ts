import { degrees, PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright-core'
import { STYLE } from './camera'

/** The paper as a hospital sends it: a PDF whose words can be copied. `over`: a picture that is laid over the words. */
export async function asPdf(page: Page, html: string, over?: Buffer): Promise<Buffer> {
  const cover = over ? `<img style="position:absolute;left:0;top:0;width:1000px" src="data:image/png;base64,${over.toString('base64')}">` : ''
  await page.setContent(`<style>${STYLE} @page { margin: 0; size: 1000px 1414px; }</style><div class="sheet">${html}</div>${cover}`)
  return page.pdf({ preferCSSPageSize: true, printBackground: true })
}

/** A scan as PDF: a picture and no words. */
export async function scanPdf(png: Buffer): Promise<Buffer> {
  const document = await PDFDocument.create()
  const picture = await document.embedPng(png)
  document.addPage([picture.width, picture.height]).drawImage(picture)
  return Buffer.from(await document.save())
}

/** All pages of them in one file. */
export async function joined(...pdfs: readonly Uint8Array[]): Promise<Buffer> {
  const document = await PDFDocument.create()
  for (const pdf of pdfs) {
    const from = await PDFDocument.load(pdf)
    for (const page of await document.copyPages(from, from.getPageIndices())) document.addPage(page)
  }
  return Buffer.from(await document.save())
}

/** The same page, to be shown turned to the right. */
export async function turned(pdf: Uint8Array, by: 90 | 180 | 270): Promise<Buffer> {
  const document = await PDFDocument.load(pdf)
  document.getPage(0).setRotation(degrees(by))
  return Buffer.from(await document.save())
}
