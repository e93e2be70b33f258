/** Before every page test: matchers, a fresh Taro, and console.error as a failure. */
import '@testing-library/jest-dom'
import { cleanup } from '@testing-library/react'
import { format } from 'node:util'
import { __reset, HandlerXhr } from './taro'

Object.defineProperty(globalThis, 'XMLHttpRequest', { value: HandlerXhr, configurable: true, writable: true })

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
