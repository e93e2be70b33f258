import type { Page } from 'playwright-core'

/** How a paper is held in front of the camera. */
export interface Shot {
  tiltDegrees: number
  /** Lean of the phone, backwards and sideways. */
  leanX: number
  leanY: number
  /** 1: even; lower: how dark the darker side is. */
  light: number
  quality: number
  orientation: 1 | 3 | 6 | 8
  /** The picture lies, and nothing says so: what chats and screenshots leave of a photo. */
  withoutExif?: boolean
  blurPx?: number
  /** Long side in pixels. */
  longSide?: number
}

export const STYLE = `
  * { box-sizing: border-box; }
  body { margin: 0; font-family: 'Noto Sans CJK SC', sans-serif; color: #1a1a1a; }
  .sheet { position: relative; width: 1000px; min-height: 1240px; padding: 50px; background: #fff; font-size: 19px; line-height: 1.5; }
  .sheet h1 { margin: 0 0 26px; font-size: 30px; text-align: center; }
  .sheet h2 { margin: 0 0 20px; font-size: 24px; text-align: center; }
  .line { display: flex; justify-content: space-between; margin: 10px 0; gap: 20px; }
  table { width: 100%; margin: 14px 0; border-collapse: collapse; }
  td { border: 1px solid #444; padding: 6px 10px; }
  .qr { position: absolute; left: 40px; top: 20px; width: 130px; height: 130px; }
  .qr svg { width: 100%; height: 100%; }
  .qr + * { margin-top: 90px; }
  p { margin: 12px 0; }
  .desk { position: relative; overflow: hidden; perspective: 1900px; background: linear-gradient(110deg, #7a5b3c, #5b4330 45%, #6f5238); }
  .desk .sheet { position: absolute; left: 100px; top: 120px; box-shadow: 0 8px 30px rgba(0,0,0,.5); }
  .light { position: absolute; inset: 0; pointer-events: none; }
`

/** The paper alone, as a scanner or a saved e-bill shows it. */
export async function scanned(page: Page, html: string): Promise<Buffer> {
  await page.setViewportSize({ width: 1000, height: 1240 })
  await page.setContent(`<style>${STYLE}</style><div class="sheet">${html}</div>`)
  return page.locator('.sheet').screenshot({ type: 'png' })
}

/** The paper on a desk: leaning, tilted, unevenly lit, as JPEG, lying as the sensor delivers it with the orientation in its EXIF. */
export async function photographed(page: Page, html: string, shot: Shot): Promise<Buffer> {
  await page.setViewportSize({ width: 1200, height: 1600 })
  const turn = `rotateX(${shot.leanX}deg) rotateY(${shot.leanY}deg) rotateZ(${shot.tiltDegrees}deg)`
  const light = `linear-gradient(${shot.tiltDegrees > 0 ? 70 : 200}deg, rgba(0,0,0,${1 - shot.light}), rgba(255,240,200,.06))`
  await page.setContent(`<style>${STYLE} html, body, .desk { width: 1200px; height: 1600px; } .desk .sheet { transform: ${turn}; filter: blur(${shot.blurPx ?? 0}px); } .light { background: ${light}; }</style>
    <div class="desk"><div class="sheet">${html}</div><div class="light"></div></div>`)
  const upright = (await page.screenshot({ type: 'png' })).toString('base64')
  const jpeg = Buffer.from(await page.evaluate(lying, { upright, orientation: shot.orientation, quality: shot.quality, longSide: shot.longSide ?? 1600 }), 'base64')
  return shot.orientation === 1 || shot.withoutExif ? jpeg : Buffer.concat([jpeg.subarray(0, 2), exif(shot.orientation), jpeg.subarray(2)])
}

/** Runs in the page. @returns base64 of a JPEG that has to be turned by `orientation` to be seen upright */
async function lying({ upright, orientation, quality, longSide }: { upright: string; orientation: number; quality: number; longSide: number }): Promise<string> {
  const bytes = Uint8Array.from(atob(upright), (character) => character.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const scale = longSide / Math.max(picture.width, picture.height)
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const canvas = document.createElement('canvas')
  canvas.width = orientation >= 5 ? height : width
  canvas.height = orientation >= 5 ? width : height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.imageSmoothingQuality = 'high'
  pen.translate(canvas.width / 2, canvas.height / 2)
  pen.rotate(orientation === 3 ? Math.PI : orientation === 6 ? -Math.PI / 2 : orientation === 8 ? Math.PI / 2 : 0)
  pen.drawImage(picture, -width / 2, -height / 2, width, height)
  return canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? ''
}

/** APP1 that says nothing but the orientation. */
function exif(orientation: number): Buffer {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  const body = [...Buffer.from('Exif\0\0'), ...tiff]
  return Buffer.from([0xff, 0xe1, 0, body.length + 2, ...body])
}
