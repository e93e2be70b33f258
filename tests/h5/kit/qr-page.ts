/** Runs in the browser: draws pictures and reads them with the production decoder. */
import { decodeUpright } from '@/platform/picture'
import { codesOn } from '@/platform/qr-photo'
import { codeless, kinds, randomFrom, type Scene } from './qr-scenes'

export interface Shot {
  /** Everything on the picture was found, and nothing else. */
  right: boolean
  wrong: string[]
  ms: number
}

const photo = ({ canvas }: Scene): Promise<Blob> =>
  new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', 0.85))

async function shoot(scene: Scene): Promise<Shot> {
  const picture = await decodeUpright(await photo(scene))
  if (!picture) throw new Error('the picture cannot be decoded')
  const began = performance.now()
  const found = (await codesOn(picture)).map(({ text }) => text)
  const ms = performance.now() - began
  picture.close()
  return { right: scene.texts.every((text) => found.includes(text)), wrong: found.filter((text) => !scene.texts.includes(text)), ms }
}

const page = {
  read: (kind: string, seed: number): Promise<Shot> => {
    const draw = kinds[kind]
    if (!draw) throw new Error(`no pictures of ${kind}`)
    return shoot(draw(randomFrom(seed)))
  },
  readCodeless: (seed: number, width: number, height: number): Promise<Shot> => shoot(codeless(randomFrom(seed), width, height)),
}
export type QrPage = typeof page
Object.assign(window, { qrPage: page })
