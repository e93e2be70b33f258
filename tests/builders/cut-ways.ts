import type { CutAt, CutBackend } from './cut-backend'
import type { Phone } from './cut-steps'
import { giftSteps, playGiftCut } from './gift-steps'
import { playRepCut, repSteps } from './rep-steps'

/** A step of a member or of the rep with the line cut in its middle, for either target. */
export interface CutWay {
  name: string
  /** Persona who holds the phone. */
  as: string
  prepare?(backend: CutBackend): Promise<void>
  play(at: CutAt, phone: Phone, backend: CutBackend): Promise<void>
}

export const cutWays: readonly CutWay[] = [
  ...giftSteps.map((step) => ({ ...step, play: (at: CutAt, phone: Phone, backend: CutBackend) => playGiftCut(step, at, phone, backend) })),
  ...repSteps.map((step) => ({ ...step, name: `rep: ${step.name}`, as: 'rep', play: (at: CutAt, phone: Phone, backend: CutBackend) => playRepCut(step, at, phone, backend) })),
]

export const cutTitles: Readonly<Record<CutAt, string>> = {
  before: 'the line is cut before the server has heard it',
  after: 'the answer is lost on its way back',
}
