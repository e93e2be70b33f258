import assert from 'node:assert/strict'
import type { CutAt, CutBackend } from './cut-backend'

/** A phone of either target, in the hands of somebody who reads and taps. */
export interface Phone {
  open(address: string): Promise<void>
  press(words: string): Promise<void>
  choose(words: string): Promise<void>
  tick(words: string): Promise<void>
  isTicked(words: string): Promise<boolean>
  sees(words: string): Promise<void>
  type(label: string, text: string): Promise<void>
  /** A switch, by its title. */
  flip(title: string): Promise<void>
}

/** One step of somebody's way, with the line cut in the middle of it. */
export interface CutStep {
  name: string
  prepare?(backend: CutBackend): Promise<void>
  /** «METHOD path» of the request that is cut. */
  cut: RegExp
  /** What leads to the cut request; nothing for those that a page makes by itself. */
  act?(phone: Phone, backend: CutBackend): Promise<void>
  /** Honest words while it is cut. */
  says: string
  /** What must still be there, besides those words. */
  kept?(phone: Phone): Promise<void>
  again(phone: Phone, at: CutAt): Promise<void>
  /** What stands in the end, once. */
  done: string
  once?(backend: CutBackend): Promise<void>
  /** The repeated request carries the key of the first. */
  sameKey?: true
}

/** The step as both targets and everybody play it: cut, honest words, mended, done once. */
export async function cutAndMend(step: CutStep, at: CutAt, phone: Phone, backend: CutBackend, open: () => Promise<void>): Promise<void> {
  backend.cut(at, step.cut)
  await open()
  await step.act?.(phone, backend)
  await phone.sees(step.says)
  await step.kept?.(phone)
  backend.mend()
  await step.again(phone, at)
  await phone.sees(step.done)
  await step.once?.(backend)
  if (!step.sameKey) return
  const keys = backend.keysOf(step.cut)
  assert.ok(keys.length >= 2 && new Set(keys).size === 1, keys.join(' '))
}
