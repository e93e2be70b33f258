import { TONES, type Beep } from './beep-tones'

export type { Beep }

let context: AudioContext | undefined

/** Three sounds that are told apart with the eyes elsewhere; silence where the device has none. Never throws. */
export function beep(kind: Beep): void {
  try {
    if (typeof AudioContext === 'undefined') return
    context ??= new AudioContext()
    for (const { hz, at, seconds } of TONES[kind]) {
      const tone = context.createOscillator()
      tone.frequency.value = hz
      tone.connect(context.destination)
      tone.start(context.currentTime + at)
      tone.stop(context.currentTime + at + seconds)
    }
  } catch {
    // Words, icon, tone and vibration say the same.
  }
}
