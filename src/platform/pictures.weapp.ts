import Taro from '@tarojs/taro'
import { callDevice } from './device-error'

/** See pictures.ts: WeChat's own viewer, with zoom. */
export function showPictures(urls: string[], current: string = urls[0] ?? ''): void {
  void callDevice('previewImage', () => Taro.previewImage({ urls, current })).catch(() => undefined)
}
