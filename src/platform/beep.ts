import { TONES, type Beep } from './beep-tones'

export type { Beep }

let context: AudioContext | undefined

/** Three sounds that are told apart with the eyes elsewhere; silence where the device has none. Never throws. */
export function beep(kind: Beep): void {
  try {
    if (typeof AudioContext === 'undefined') return
    context ??= new AudioContext()
    // iOS lets it sound only after a tap has woken it.
    if (context.state === 'suspended') void context.resume()
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

/** Call it in a tap: from then on sounds may come without one. */
export function wakeBeep(): void {
  try {
    if (typeof AudioContext === 'undefined') return
    context ??= new AudioContext()
    void context.resume()
  } catch {
    // See above.
  }
}
