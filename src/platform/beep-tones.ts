/** Told apart without looking. */
export type Beep = 'high' | 'twice' | 'low'

/** Pitch in Hz; begin and length in seconds. */
export interface Tone {
  hz: number
  at: number
  seconds: number
}

export const TONES: Record<Beep, readonly Tone[]> = {
  high: [{ hz: 1320, at: 0, seconds: 0.12 }],
  twice: [{ hz: 880, at: 0, seconds: 0.1 }, { hz: 880, at: 0.18, seconds: 0.1 }],
  low: [{ hz: 330, at: 0, seconds: 0.45 }],
}
