import Taro from '@tarojs/taro'
import type { PickedFile } from './files.types'

/** See mark.ts. WeChat works it out itself. */
export function markOf({ path }: PickedFile): Promise<string | undefined> {
  if (!path) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const done = (result: { digest?: string }): void => resolve(result.digest)
    try {
      Taro.getFileSystemManager().getFileInfo({ filePath: path, digestAlgorithm: 'md5', success: done, fail: () => resolve(undefined) })
    } catch {
      resolve(undefined)
    }
  })
}
