/** Before every page test: matchers, a fresh Taro, and console.error as a failure. */
import '@testing-library/jest-dom'
import { cleanup, configure } from '@testing-library/react'
import { format } from 'node:util'
import { __reset, HandlerXhr } from './taro'

Object.defineProperty(globalThis, 'XMLHttpRequest', { value: HandlerXhr, configurable: true, writable: true })

// What a page says of its notices (ui/spoken) stands on it a second time for a while.
configure({ defaultIgnore: 'script, style, [aria-live]:not([role])' })

/** jsdom decodes no pictures, and never says so: here it does at once, as a browser does with a picture that it does not know. */
class UndecodedImage {
  onload: (() => void) | null = null
  onerror: (() => void) | null = null
  set src(_src: string) {
    queueMicrotask(() => this.onerror?.())
  }
}
Object.defineProperty(globalThis, 'Image', { value: UndecodedImage, configurable: true, writable: true })

const complain = console.error
let complaints: string[] = []

beforeEach(() => {
  complaints = []
  console.error = (...args: unknown[]) => void complaints.push(format(...args))
})

// A test that expects a complaint replaces console.error itself (jest.spyOn) and says what it expects.
afterEach(() => {
  cleanup()
  console.error = complain
  __reset()
  if (complaints.length) throw new Error(`console.error was called:\n${complaints.join('\n')}`)
})
