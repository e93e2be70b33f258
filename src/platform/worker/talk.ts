/** What a page says to the service worker, and what it hears. */
export type Asked =
  /** Become the one that serves, now. */
  | { type: 'take' }
  /** What of the app is on the phone? Answered through the port that comes along. */
  | { type: 'tell'; script: string }

export interface Told {
  /** Files of the app that the phone does not hold. */
  missing: string[]
  /** Whether this worker's version of the app is the one that has this script. */
  same: boolean
}
