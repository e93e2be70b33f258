import Taro from '@tarojs/taro'
import { callDevice } from './device-error'
import { extensionOf, mimeOf } from './file-kinds'
import type { PickedFile } from './files.types'
import type { PickImages } from './pick.types'

export type { PickImages, PickedFile }

/** See pick.ts. The originals: `prepareImage` makes them small, WeChat's own 'compressed' makes bills unreadable. */
export async function pickImages({ source, count }: PickImages): Promise<PickedFile[]> {
  const answer = await callDevice('chooseMedia', () => Taro.chooseMedia({ count, mediaType: ['image'], sourceType: [source], sizeType: ['original'] }))
  return answer.tempFiles.map(({ tempFilePath, size }, index) => ({
    path: tempFilePath,
    name: `照片${index + 1}.${extensionOf(tempFilePath) || 'jpg'}`,
    size,
    mime: extensionOf(tempFilePath) ? mimeOf(tempFilePath) : 'image/jpeg',
  }))
}

/** See pick.ts. */
export async function pickDocument({ count = 1 }: { count?: number } = {}): Promise<PickedFile[]> {
  const answer = await callDevice('chooseMessageFile', () => Taro.chooseMessageFile({ count, type: 'file', extension: ['pdf'] }))
  return answer.tempFiles.map(({ path, name, size }) => ({ path, name, size, mime: mimeOf(name) }))
}
