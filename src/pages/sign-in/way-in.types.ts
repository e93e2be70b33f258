import type { ReactNode } from 'react'
import type { SignIn } from '@/contract/schemas/session'
import type { FieldProblem } from '@/ui'

/** What a sign-in carries besides the privacy version that was agreed to. */
export type Credentials = SignIn extends infer S ? (S extends SignIn ? Omit<S, 'privacyVersion'> : never) : never

/** How one gets in on this target. */
export interface WayIn {
  fields: ReactNode
  /** Words of the primary button. */
  label: string
  /** Problems of what was typed, before anything is sent. */
  check(): FieldProblem[]
  /** @throws DeviceError */
  credentials(): Promise<Credentials>
  /** Read out when it changes. */
  announce?: string
}

export interface WayInOptions {
  /** Problems to show at the fields. */
  problems: readonly FieldProblem[]
  /** True when the box is ticked; otherwise says so at the box. Nothing personal leaves the phone before it is. */
  mayAsk(): boolean
  onProblems(problems: FieldProblem[]): void
  onDone(): void
}
