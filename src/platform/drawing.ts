/** Where the finger is, in px from the upper left corner of the element. */
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
  touches?: ArrayLike<{ clientX: number; clientY: number }>
  clientX?: number
  clientY?: number
  buttons?: number
  currentTarget: unknown
  preventDefault?: () => void
}

function spotOf({ touches, clientX, clientY, currentTarget }: Touched): Spot | undefined {
  const finger = touches?.[0] ?? (clientX === undefined || clientY === undefined ? undefined : { clientX, clientY })
  if (!finger || !(currentTarget instanceof Element)) return undefined
  const { left, top } = currentTarget.getBoundingClientRect()
  return { x: finger.clientX - left, y: finger.clientY - top }
}

/** Props of a View that is drawn upon, with a finger or (on H5) a mouse. */
export function drawing({ down, move, up }: Pen): { [event: string]: (event: Touched) => void } {
  const tell = (act: (at: Spot) => void) => (event: Touched): void => {
    const spot = spotOf(event)
    if (spot) act(spot)
  }
  return {
    onTouchStart: tell(down),
    onTouchMove: tell(move),
    onTouchEnd: up,
    onTouchCancel: up,
    onMouseDown: (event) => {
      // A mouse would begin to select words, first of all the hint on the pad.
      event.preventDefault?.()
      tell(down)(event)
    },
    onMouseUp: up,
    onMouseMove: (event) => {
      if (event.buttons === 1) tell(move)(event)
    },
  }
}
