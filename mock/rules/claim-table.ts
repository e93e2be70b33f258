import type { ActorRole } from './actors'
import { claimStates, type ClaimEventType, type ClaimState } from './claim-types'
import data from './data/claim-states.json'

/** One row of claim-states.json. `from` null: the claim does not exist yet; `to` null: it is deleted. */
export interface ClaimRow {
  id: string
  event: string
  from: (string | null)[]
  to: string | null
  actor: string[]
  reasonCodes: string[]
}

export const claimRows: readonly ClaimRow[] = data.transitions
const rows = new Map(claimRows.map((row) => [row.event, row]))

/** The row of an event; each event has exactly one. */
export const claimRow = (event: ClaimEventType): ClaimRow => {
  const row = rows.get(event)
  if (!row) throw new Error(`claim-states.json has no event ${event}`)
  return row
}

export const mayAct = (row: ClaimRow, role: ActorRole): boolean => row.actor.includes(role)
export const isClaimState = (text: string | null): text is ClaimState => claimStates.some((state) => state === text)

export interface StateVariant {
  when: string
  titleZh?: string
  nextZh?: string
  whoZh?: string
  whenZh?: string
  step?: number | null
}
export interface ClaimStateWords {
  id: string
  titleZh: string
  nextZh: string
  whoZh: string
  whenZh: string
  step: number | null
  tone: string
  memberActs: boolean
  variants?: StateVariant[]
}

const words: readonly ClaimStateWords[] = data.states
export const claimWords = (state: ClaimState): ClaimStateWords => {
  const found = words.find((entry) => entry.id === state)
  if (!found) throw new Error(`claim-states.json has no state ${state}`)
  return found
}
export const claimStepsZh: readonly string[] = data.stepsZh
export const claimNoticesZh: Readonly<Record<string, string>> = data.noticesZh
export const autoClaimData = data.autoClaim
