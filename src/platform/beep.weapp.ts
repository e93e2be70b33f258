import Taro from '@tarojs/taro'
import { TONES, type Beep } from './beep-tones'

export type { Beep }

let context: Taro.WebAudioContext | undefined

/** See beep.ts. WeChat before 2.19 has no Web Audio. */
export function beep(kind: Beep): void {
  try {
    context ??= Taro.createWebAudioContext()
    // Taro's types know the browser's oscillator and WeChat's speaker, which is the same thing by another name.
    const speaker: AudioNode = Object(context.destination)
    for (const { hz, at, seconds } of TONES[kind]) {
      const tone = context.createOscillator()
      tone.frequency.value = hz
      tone.connect(speaker)
      tone.start(context.currentTime + at)
      tone.stop(context.currentTime + at + seconds)
    }
  } catch {
    // Words, icon, tone and vibration say the same.
  }
}

/** See beep.ts. WeChat needs no tap. */
export const wakeBeep = (): void => undefined
