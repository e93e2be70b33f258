import { showPictures } from './pictures'
import { saveAs } from './save-as'

export type Kept = 'album' | 'shown'

/**
 * A drawn picture to keep: downloaded, and shown large as well, because browsers inside other apps download nothing and only a long press
 * on the picture keeps it. `src` is an address of `keepLocal`.
 */
export function savePicture(name: string, src: string): Promise<Kept> {
  saveAs(name, src)
  showPictures([src], src, '长按图片可保存，点按任意处关闭')
  return Promise.resolve('shown')
}
