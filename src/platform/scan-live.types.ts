import type { FoundCode } from './scan.types'

export interface LiveScan {
  /** Id of the element that the camera's picture goes into. */
  containerId: string
  /** Codes on the picture, several times a second as long as they are in view. */
  onCodes(codes: FoundCode[]): void
  /** The camera was taken away (a call, another app); `why`: or what reads codes could not be loaded. */
  onLost(why?: unknown): void
}
