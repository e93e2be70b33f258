import type { PickedFile } from './files.types'

export interface CameraWanted {
  /** Id of the element that the camera's picture goes into (H5). */
  containerId: string
  /** The camera was taken away (a call, another app). */
  onLost(): void
}

/** A photo, and an address that shows it; `releaseLocal` gives the address back. */
export interface Shot {
  file: PickedFile
  src: string
}

export interface LiveCamera {
  /** What the box shows now, as a photo: what reaches beyond its sides is cut off. @throws DeviceError */
  take(): Promise<Shot>
  /** Lets the camera go. */
  stop(): void
}
