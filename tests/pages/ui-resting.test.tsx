import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import type { Strokes } from '@/domain/strokes'
import { Countdown, SignaturePad } from '@/ui'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

/** The browser shows or hides the page of the app. */
function look(visibilityState: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibilityState })
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}
const pass = (ms: number): void => act(() => void jest.advanceTimersByTime(ms))

describe('a countdown', () => {
  test('rests in the background: no clock is asked, and nothing ends', () => {
    const now = jest.fn(() => Date.now())
    const end = jest.fn()
    render(<Countdown until={Date.now() + 10_000} now={now} onEnd={end} />)
    pass(1_000)
    look('hidden')
    const asked = now.mock.calls.length
    pass(60_000)
    expect(now).toHaveBeenCalledTimes(asked)
    expect(end).not.toHaveBeenCalled()
    look('visible')
    expect(screen.getByText('0 秒')).toBeInTheDocument()
    expect(end).toHaveBeenCalledTimes(1)
  })

  test('goes on where it would be when it is looked at again', () => {
    render(<Countdown until={Date.now() + 60_000} now={() => Date.now()} />)
    look('hidden')
    pass(20_000)
    look('visible')
    expect(screen.getByText('40 秒')).toBeInTheDocument()
  })
})

describe('a signature', () => {
  function Pad({ told }: { told: jest.Mock }) {
    const [strokes, set] = useState<Strokes>([])
    const draw = (change: (now: Strokes) => Strokes): void => {
      told()
      set(change)
    }
    return <SignaturePad id="pad" label="签名处" hint="请签名" clear="重写" strokes={strokes} onDraw={draw} />
  }
  const touch = (x: number) => ({ touches: [{ clientX: x, clientY: x / 2 }] })
  const pieces = (): string[] => [...document.querySelectorAll('.z-pad img')].map((image) => image.getAttribute('src') ?? '')

  test('a second of moves, a hundred of them: told at most twenty times, and every point arrives', () => {
    const told = jest.fn()
    render(<Pad told={told} />)
    const pad = screen.getByRole('img', { name: '签名处' })
    fireEvent.touchStart(pad, touch(0))
    for (let move = 1; move <= 100; move += 1) {
      pass(10)
      fireEvent.touchMove(pad, touch(move))
    }
    fireEvent.touchEnd(pad)
    expect(told.mock.calls.length).toBeGreaterThan(10)
    expect(told.mock.calls.length).toBeLessThanOrEqual(21)
    expect(pieces().map((src) => (decodeURIComponent(src).match(/points='([^']*)'/)?.[1] ?? '').split(' ').length).reduce((sum, points) => sum + points - 1, 1)).toBe(101)
  })

  test('what is drawn already is not sent again: only the last piece changes', () => {
    render(<Pad told={jest.fn()} />)
    const pad = screen.getByRole('img', { name: '签名处' })
    fireEvent.touchStart(pad, touch(0))
    const draw = (from: number, to: number): void => {
      for (let at = from; at < to; at += 1) fireEvent.touchMove(pad, touch(at))
      pass(50)
    }
    draw(1, 60)
    const before = pieces()
    draw(60, 70)
    const after = pieces()
    expect(before.length).toBeGreaterThan(2)
    expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1))
    expect(Math.max(...after.map((src) => src.length))).toBeLessThan(1_000)
  })

  test('the last points are told when the finger leaves, and 重写 takes back what still waits', () => {
    const told = jest.fn()
    render(<Pad told={told} />)
    const pad = screen.getByRole('img', { name: '签名处' })
    fireEvent.touchStart(pad, touch(0))
    fireEvent.touchMove(pad, touch(40))
    fireEvent.touchEnd(pad)
    expect(pieces()).toHaveLength(1)
    fireEvent.touchStart(pad, touch(0))
    fireEvent.click(screen.getByRole('button', { name: '重写' }))
    pass(100)
    expect(pieces()).toEqual([])
  })
})
