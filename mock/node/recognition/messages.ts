import type { PageText } from '../../partners/recognition'

/** What the server and the process that reads say to each other. */
export interface Ask {
  id: number
  bytes: Uint8Array
}
/** `page` null: not a picture that can be read. `rssMb`: memory of the process after it. `atWork`: it goes on, as slowly as the machine may be. */
export type Tell = { atWork: true } | { id: number; page: PageText | null; rssMb: number } | { id: number; error: string; rssMb: number }
