export interface Spot {
  x: number
  y: number
}
export interface Pen {
  down(at: Spot): void
  move(at: Spot): void
  /** The finger has left. */
  up(): void
}

interface Touched {
  touches?: ArrayLike<{ pageX: number; pageY: number }>
  /** WeChat's own event: its currentTarget knows where the element lies on the page. */
  mpEvent?: { currentTarget?: { offsetLeft?: number; offsetTop?: number } }
}

function spotOf({ touches, mpEvent }: Touched): Spot | undefined {
  const finger = touches?.[0]
  const { offsetLeft = 0, offsetTop = 0 } = mpEvent?.currentTarget ?? {}
  return finger && { x: finger.pageX - offsetLeft, y: finger.pageY - offsetTop }
}

/** See drawing.ts. */
export function drawing({ down, move, up }: Pen): { [event: string]: true | ((event: Touched) => void) } {
  const tell = (act: (at: Spot) => void) => (event: Touched): void => {
    const spot = spotOf(event)
    if (spot) act(spot)
  }
  // The page must not scroll under the finger that signs.
  return { catchMove: true, onTouchStart: tell(down), onTouchMove: tell(move), onTouchEnd: up, onTouchCancel: up }
}
