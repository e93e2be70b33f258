/** Page life cycle, the same on both targets. */
export { useDidHide, useDidShow, usePullDownRefresh, useUnload } from '@tarojs/taro'
