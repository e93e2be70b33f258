import Taro from '@tarojs/taro'

/** Standard size of WeChat's letters, px (rule source R: care mode turns 17 into 23.8). */
const STANDARD = 17
const positive = (value: unknown): number | undefined => (typeof value === 'number' && value > 0 ? value : undefined)

/** See font-scale.ts. Older versions of WeChat tell the size only, the oldest nothing. */
export function fontScale(): number {
  try {
    const info: Record<string, unknown> = { ...Taro.getAppBaseInfo() }
    const size = positive(info.fontSizeSetting)
    return positive(info.fontSizeScaleFactor) ?? (size === undefined ? 1 : size / STANDARD)
  } catch {
    return 1
  }
}
