import Taro from '@tarojs/taro'

/** Told apart in a pocket. */
export type Buzz = 'once' | 'twice' | 'long'

const PAUSE_MS = 180

const quietly = async (run: () => unknown): Promise<void> => {
  try {
    await run()
  } catch {
    // A device without a motor: words, icon and tone say the same.
  }
}
const short = (): Promise<void> => quietly(() => Taro.vibrateShort({ type: 'heavy' }))

/** Vibrates where the device can; never throws. */
export function buzz(kind: Buzz): void {
  if (kind === 'long') return void quietly(() => Taro.vibrateLong())
  void short()
  if (kind === 'twice') setTimeout(() => void short(), PAUSE_MS)
}
