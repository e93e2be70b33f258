import Taro from '@tarojs/taro'

/** Brings the element with this id below the top edge of the page. Quiet where it is not there: nothing is lost by it. */
export function scrollToId(id: string): void {
  Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 }).catch(() => undefined)
}
